import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { playScene, type Scene } from './scene.ts';
import { desktop, phone, servedOffice } from './served-office.ts';

const title = 'pictures for the README are taken only when CQS_SCREENSHOTS asks for them';

/** Pictures for the README are taken anew by `CQS_SCREENSHOTS=1 npm test -- screenshots`. */
describe.runIf(process.env['CQS_SCREENSHOTS'])(title, () => {
  const served = servedOffice();
  const folder = join(import.meta.dirname, '../../docs/screenshots');
  let scene: Scene;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    scene = await playScene(served().office);
  }, 120_000);

  const slug = 'dang-ky-khai-sinh';
  const pictures: readonly [name: string, who: string | null, address: () => string][] = [
    ['home', null, () => '/'],
    ['service', null, () => `/dich-vu/${slug}`],
    ['question', 'cong-dan-1', () => `/nop/${slug}/${scene.draft}/trang/ten-cua-chau`],
    ['papers', 'cong-dan-1', () => `/nop/${slug}/${scene.readyDraft}/giay-to`],
    ['review', 'cong-dan-1', () => `/nop/${slug}/${scene.readyDraft}/kiem-tra`],
    ['dossier', 'cong-dan-1', () => `/ho-so/${scene.handled}`],
    ['desk', 'thu-ly-1', () => '/can-bo'],
    ['desk-dossier', 'mot-cua-1', () => `/can-bo/ho-so/${scene.submitted}`],
  ];

  test.each(pictures)(
    '%s',
    async (name, who, address) => {
      for (const [size, screen] of [
        ['360', phone],
        ['1280', desktop],
      ] as const) {
        const page =
          who === null ? await served().visitor(screen) : await served().signedIn(who, screen);
        await page.goto(address(), { waitUntil: 'networkidle' });
        const taken = await page.screenshot();
        const picture = await sharp(taken).webp({ quality: 82 }).toBuffer();
        expect(picture.length).toBeLessThan(150_000);
        writeFileSync(join(folder, `${name}-${size}.webp`), picture);
        await page.context().close();
      }
    },
    120_000,
  );
});
