import { createHash } from 'node:crypto';
import { raw, type Route } from '#/platform/http/index.ts';
import { appDrawing } from '#/ui/index.ts';

const hash = createHash('sha256').update(appDrawing).digest('hex').slice(0, 10);

/** Pictures of the installed application: launchers want PNG in these sizes, drawn so that any mask leaves it whole. */
export const icons = [192, 512].map((size) => ({
  size,
  url: `/tai-nguyen/ung-dung-${size}-${hash}.png`,
}));

/** Draws them from the sign of the site when somebody first asks. */
export function iconRoutes(): Route[] {
  return icons.map(({ size, url }) => {
    let drawn: Promise<Buffer> | undefined;
    return raw('GET', url, ['anyone'], async (_request, reply) => {
      drawn ??= draw(size);
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('image/png')
        .send(await drawn);
    });
  });
}

async function draw(size: number): Promise<Buffer> {
  // Large, and few ask.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(appDrawing), { density: 72 * (size / 32) })
    .resize(size, size)
    .png({ palette: true })
    .toBuffer();
}
