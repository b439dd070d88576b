import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import type { Place, Seal } from '#/platform/pades/index.ts';

const templateOf = (name: string) => readFileSync(join(import.meta.dirname, `${name}.typ`), 'utf8');
const templates = {
  seal: templateOf('seal'),
  signature: templateOf('signature'),
  mark: templateOf('mark'),
};
const pointsPerMm = 72 / 25.4;
const signatureSize = { width: 150, height: 52 };
const markSize = { width: 300, height: 38 };
/** A4, with margins of 15 mm right and the mark within the upper one. */
const page = { width: 595.28, height: 841.89, right: 42.5, top: 12 };

/** Draws what is seen of signatures, by Decree 30/2020/NĐ-CP, appendix I. Seals are kept: they never change. */
export function createPictures(papersmith: Papersmith) {
  const seals = new Map<string, Promise<Buffer>>();
  return { personal, sealOver, markOf };

  /** Blue, in the middle between the office held and the name. */
  async function personal(area: Place, name: string, at: Date): Promise<Seal> {
    const picture = await draw('signature', { name, at: timeOf(at) });
    return { page: area.page, at: centred(area), picture, words: [`Chữ ký số của ${name}`] };
  }

  /** Red, of the true size, over a third of the signature to its left. */
  async function sealOver(area: Place, name: string, mm: number): Promise<Seal> {
    const key = `${mm} ${name}`;
    const drawn = seals.get(key) ?? draw('seal', { name, mm });
    seals.set(key, drawn);
    const size = mm * pointsPerMm;
    const signature = centred(area);
    const at = {
      x: signature.x + signature.width / 3 - size,
      y: signature.y + (signature.height - size) / 2,
      width: size,
      height: size,
    };
    const picture = await drawn.finally(() => seals.size > 200 && seals.clear());
    return { page: area.page, at, picture, words: [`Dấu của ${name}`] };
  }

  /** Letters: who and when, above to the right on the first page. */
  async function markOf(name: string, at: Date): Promise<Seal> {
    const picture = await draw('mark', { name, at: timeOf(at) });
    const x = page.width - page.right - markSize.width;
    const y = page.height - page.top - markSize.height;
    return { page: 0, at: { x, y, ...markSize }, picture, words: [`Chữ ký số của ${name}`] };
  }

  async function draw(name: keyof typeof templates, data: unknown): Promise<Buffer> {
    return Buffer.from(await papersmith.print({ template: templates[name], data }));
  }
}

function centred({ x, y, width, height }: Place) {
  return {
    x: x + (width - signatureSize.width) / 2,
    y: y + (height - signatureSize.height) / 2,
    ...signatureSize,
  };
}

/** ISO 8601 with the time zone of Vietnam, as the decree wants it. */
function timeOf(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
