import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  popGraphicsState,
  pushGraphicsState,
  PDFRef,
  PDFStream,
  type PDFPage,
} from '@cantoo/pdf-lib';

/**
 * Draws what the annotations of a page show (filled fields, stamps, visible signatures) onto the page itself, by the
 * algorithm of ISO 32000-1, 12.5.5. The annotations, with their scripts and actions, are then no longer needed.
 */
export function flattenAnnotations(page: PDFPage): void {
  const annotations = page.node.Annots();
  for (let i = 0; i < (annotations?.size() ?? 0); i++) {
    const annotation = annotations?.lookup(i);
    if (annotation instanceof PDFDict && isShown(annotation)) draw(page, annotation);
  }
}

const invisible = 1;
const hidden = 2;
const noView = 32;

function isShown(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'));
  const set = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const isPopup = annotation.get(PDFName.of('Subtype')) === PDFName.of('Popup');
  return !isPopup && (set & (invisible | hidden | noView)) === 0;
}

function draw(page: PDFPage, annotation: PDFDict): void {
  const appearance = normalAppearance(annotation);
  const rect = numbers(annotation, 'Rect');
  if (!appearance || !rect) return;
  const form = page.doc.context.lookup(appearance);
  if (!(form instanceof PDFStream)) return;
  const place = placing(numbers(form.dict, 'BBox'), numbers(form.dict, 'Matrix'), rect);
  if (!place) return;
  form.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  form.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  const name = page.node.newXObject('Flat', appearance);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...place),
    drawObject(name),
    popGraphicsState(),
  );
}

/** The normal appearance; of several (a box ticked or not) the one of the present state. */
function normalAppearance(annotation: PDFDict): PDFRef | undefined {
  const appearances = annotation.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.get(PDFName.of('N'));
  const resolved = appearances.lookup(PDFName.of('N'));
  if (resolved instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined;
  const state = annotation.lookup(PDFName.of('AS'));
  if (!(resolved instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  const chosen = resolved.get(state);
  return chosen instanceof PDFRef ? chosen : undefined;
}

type Matrix = [number, number, number, number, number, number];

function placing(
  box: number[] | undefined,
  matrix: number[] | undefined,
  rect: number[],
): Matrix | undefined {
  if (box?.length !== 4 || rect.length !== 4) return undefined;
  const [a, b, c, d, e, f] = (matrix?.length === 6 ? matrix : [1, 0, 0, 1, 0, 0]) as Matrix;
  const [left, bottom, right, top] = box as [number, number, number, number];
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const xs = corners.map(([x]) => x!);
  const ys = corners.map(([, y]) => y!);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  if (width <= 0 || height <= 0) return undefined;
  const [x1, y1, x2, y2] = rect as [number, number, number, number];
  const scaleX = Math.abs(x2 - x1) / width;
  const scaleY = Math.abs(y2 - y1) / height;
  return [scaleX, 0, 0, scaleY, Math.min(x1, x2) - x * scaleX, Math.min(y1, y2) - y * scaleY];
}

function numbers(dict: PDFDict, key: string): number[] | undefined {
  const array = dict.lookup(PDFName.of(key));
  if (!(array instanceof PDFArray)) return undefined;
  const values = array.asArray().map((_, i) => array.lookup(i));
  return values.every((value) => value instanceof PDFNumber)
    ? values.map((value) => value.asNumber())
    : undefined;
}
