import { streamObject } from '../pdf/write.ts';
import type { Increment } from '../pdf/increment.ts';

/**
 * What is seen of a signature. By Decree 30/2020/NĐ-CP, Appendix I, the picture of the personal signature stands where
 * one signs, the picture of the stamp is red, of the size of the stamp, and covers a third of it to the left.
 */
export interface Seal {
  /** Page from 0; -1 is the last. */
  readonly page: number;
  /** Left lower corner and size in points of 1/72 inch. */
  readonly at: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly shape: 'stamp' | 'signature';
  /** Read aloud by screen readers. */
  readonly words: readonly string[];
}

/** Draws it. Returns its place on the page and the number of its appearance. */
export function putSeal(update: Increment, { at, shape }: Seal) {
  const appearance = update.reserve();
  const { x, y, width, height } = at;
  const drawn = shape === 'stamp' ? ringIn(width, height) : frameIn(width, height);
  update.put(
    appearance,
    streamObject(
      `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources <<>>`,
      Buffer.from(drawn),
    ),
  );
  return { appearance, rect: [x, y, x + width, y + height].join(' ') };
}

/** Two red rings and the five-pointed star of a stamp. */
function ringIn(width: number, height: number): string {
  const [cx, cy, r] = [width / 2, height / 2, Math.min(width, height) / 2 - 1.5];
  const star = Array.from({ length: 10 }, (_, n) => {
    const angle = Math.PI / 2 + (n * Math.PI) / 5;
    const far = n % 2 === 0 ? r / 3 : r / 7.8;
    return `${(cx + far * Math.cos(angle)).toFixed(2)} ${(cy + far * Math.sin(angle)).toFixed(2)} ${n === 0 ? 'm' : 'l'}`;
  });
  return [
    '/Artifact BMC 0.8 0.1 0.1 RG 0.8 0.1 0.1 rg 1.5 w',
    circle(cx, cy, r),
    '0.8 w',
    circle(cx, cy, r * 0.68),
    ...star,
    'h f EMC',
  ].join('\n');
}

function circle(cx: number, cy: number, r: number): string {
  const k = r * 0.5523;
  const p = (x: number, y: number) => `${(cx + x).toFixed(2)} ${(cy + y).toFixed(2)}`;
  return [
    `${p(r, 0)} m`,
    `${p(r, k)} ${p(k, r)} ${p(0, r)} c`,
    `${p(-k, r)} ${p(-r, k)} ${p(-r, 0)} c`,
    `${p(-r, -k)} ${p(-k, -r)} ${p(0, -r)} c`,
    `${p(k, -r)} ${p(r, -k)} ${p(r, 0)} c S`,
  ].join('\n');
}

/** A thin frame: the place of a signature. */
function frameIn(width: number, height: number): string {
  return `/Artifact BMC 0.05 0.25 0.6 RG 0.8 w 0.5 0.5 ${width - 1} ${height - 1} re S EMC`;
}
