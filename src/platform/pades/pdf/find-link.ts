import { openPdf } from './open-pdf.ts';
import { dictAt, listOf, pagesOf } from './pages.ts';
import { isDict, isText } from './value.ts';

/** A place on a page, in points of 1/72 inch from its left lower corner. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a file has a link whose address ends so. Templates mark in this way where one signs: the program that sets them
 * tells of no other place in its PDF, and whoever presses the signature is led to its verification.
 */
export function findLink(bytes: Buffer, ending: string): Place | undefined {
  const pdf = openPdf(bytes);
  for (const [page, ref] of pagesOf(pdf).entries()) {
    for (const each of listOf(pdf.follow(dictAt(pdf, ref).get('Annots')))) {
      const link = pdf.follow(each);
      if (!isDict(link)) continue;
      const action = pdf.follow(link.get('A'));
      const address = isDict(action) ? pdf.follow(action.get('URI')) : null;
      const rect = listOf(pdf.follow(link.get('Rect'))).map(Number);
      if (!isText(address) || !address.bytes.toString('latin1').endsWith(ending)) continue;
      const [left = 0, low = 0, right = 0, high = 0] = rect;
      return { page, x: left, y: low, width: right - left, height: high - low };
    }
  }
  return undefined;
}
