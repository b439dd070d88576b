import { EncryptedPDFError, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { flattenAnnotations } from './flatten-annotations.ts';
import { doubtOf } from './legibility.ts';
import type { Developed, DevelopedPage } from './order.ts';
import { isBlank, pictureOf } from './page-content.ts';
import { previewOf } from './photo.ts';
import { Spoil } from './spoil.ts';

const maxPages = 300;

/**
 * Takes the pages out of a PDF and leaves the rest: scripts, actions, attached files, form logic and metadata stay
 * behind, because only what a page shows is copied. Filled fields, stamps and visible signatures become part of it.
 */
export async function developPdf(bytes: Uint8Array): Promise<Developed> {
  if (!isWhole(bytes)) throw new Spoil('pdf-damaged');
  const received = await open(bytes);
  const count = pageCount(received);
  if (count === 0) throw new Spoil('pdf-empty');
  if (count > maxPages) throw new Spoil('too-many-pages');
  try {
    for (const page of received.getPages()) cleaned(page);
    const clean = await PDFDocument.create({ updateMetadata: false });
    for (const page of await clean.copyPages(received, received.getPageIndices()))
      clean.addPage(page);
    const pages: DevelopedPage[] = [];
    for (const page of clean.getPages()) pages.push(await look(page));
    return { medium: 'pdf', pdf: await clean.save(), pages };
  } catch (cause) {
    throw cause instanceof Spoil ? cause : new Spoil('pdf-damaged', { cause });
  }
}

/** The end mark stands in the last kilobyte (ISO 32000-1, annex H, 3.18); of a file that was cut off it is missing. */
function isWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-1024)).includes('%%EOF');
}

/** A PDF that only forbids printing or copying has an empty password and opens; one that asks for a password does not. */
async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const options = { updateMetadata: false };
  try {
    return await PDFDocument.load(bytes, options);
  } catch (cause) {
    if (!(cause instanceof EncryptedPDFError)) throw new Spoil('pdf-damaged', { cause });
  }
  try {
    return await PDFDocument.load(bytes, { ...options, password: '' });
  } catch (cause) {
    throw new Spoil('pdf-locked', { cause });
  }
}

function pageCount(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch (cause) {
    throw new Spoil('pdf-damaged', { cause });
  }
}

function cleaned(page: PDFPage): void {
  flattenAnnotations(page);
  for (const key of [
    'AA',
    'Annots',
    'Metadata',
    'PieceInfo',
    'Thumb',
    'Tabs',
    'StructParents',
    'B',
  ])
    page.node.delete(PDFName.of(key));
}

async function look(page: PDFPage): Promise<DevelopedPage> {
  if (isBlank(page)) return { doubt: 'blank' };
  const picture = pictureOf(page);
  if (!picture) return {};
  try {
    const [preview, doubt] = await Promise.all([previewOf(picture), doubtOf(picture)]);
    return { preview, doubt };
  } catch {
    // A picture that only PDF readers understand (CMYK variants, odd filters) says nothing against the page.
    return {};
  }
}
