import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** Operators that leave a mark: showing text, painting a path, placing a picture or a form (ISO 32000-1, annex A). */
const marks = /(?:^|[\s\])>])(?:Tj|TJ|'|"|f\*?|F|S|s|B\*?|b\*?|sh|Do|EI)(?=\s|$)/;

/** Whether a page of a PDF draws nothing at all. */
export function isBlank(page: PDFPage): boolean {
  const contents = page.node.Contents();
  if (!contents) return true;
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((_, i) => contents.lookup(i))
      : [contents];
  return !streams.some((stream) => marks.test(decoded(stream)));
}

function decoded(stream: unknown): string {
  if (stream instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  if (stream instanceof PDFStream) return stream.getContentsString();
  return '';
}

const leastScanPixels = 400 * 400;

/** The JPEG that fills a scanned page, if that is what the page is. */
export function pictureOf(page: PDFPage): Uint8Array | undefined {
  const objects = page.node.Resources()?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return undefined;
  const pictures = objects
    .keys()
    .map((key) => objects.lookup(key))
    .filter((object) => object instanceof PDFRawStream)
    .filter((object) => object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
  const [only] = pictures;
  return pictures.length === 1 && only && isLargeJpeg(only) ? only.contents : undefined;
}

function isLargeJpeg({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const single = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return (
    single === PDFName.of('DCTDecode') &&
    side(dict, 'Width') * side(dict, 'Height') >= leastScanPixels
  );
}

function side(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
