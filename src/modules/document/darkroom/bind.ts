import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { Bound, BoundPart } from './order.ts';

/**
 * Binds pages of several files into one PDF, in the given order and turned clockwise as asked.
 * The same parts make the same bytes, so that a paper bound twice keeps its hash.
 */
export async function bind(title: string, parts: readonly BoundPart[]): Promise<Bound> {
  const bound = await PDFDocument.create({ updateMetadata: false });
  bound.setTitle(title, { showInWindowTitleBar: true });
  bound.setLanguage('vi');
  for (const part of parts) {
    const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
    const copies = await bound.copyPages(
      source,
      part.pages.map(({ no }) => no - 1),
    );
    for (const [i, page] of copies.entries()) {
      page.setRotation(degrees((page.getRotation().angle + (part.pages[i]?.turn ?? 0)) % 360));
      bound.addPage(page);
    }
  }
  return { pdf: await bound.save(), pages: bound.getPageCount() };
}
