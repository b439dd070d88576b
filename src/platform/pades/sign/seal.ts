import { importPage } from '../pdf/import-page.ts';
import type { Increment } from '../pdf/increment.ts';

/** What is seen of a signature: a picture at a place of a page. */
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
  /** A PDF of one page, of the same proportions. */
  readonly picture: Buffer;
  /** Read aloud by screen readers. */
  readonly words: readonly string[];
}

/** Draws it. Returns its place on the page and the number of its appearance. */
export function putSeal(update: Increment, { at, picture }: Seal) {
  const { x, y, width, height } = at;
  return { appearance: importPage(update, picture), rect: [x, y, x + width, y + height].join(' ') };
}
