import type { Pdf } from './open-pdf.ts';
import {
  isDict,
  isList,
  isRef,
  PdfFault,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from './value.ts';
import { writeValue } from './write.ts';

/** The pages of a file in their order. @throws PdfFault */
export function pagesOf(pdf: Pdf): PdfRef[] {
  return [
    ...pagesBelow(pdf, dictAt(pdf, pdf.trailer.get('Root') as PdfRef).get('Pages'), new Set()),
  ];
}

function* pagesBelow(pdf: Pdf, node: PdfValue | undefined, seen: Set<number>): Generator<PdfRef> {
  if (!isRef(node) || seen.has(node.ref)) throw new PdfFault('pages form no tree');
  seen.add(node.ref);
  const kids = dictAt(pdf, node).get('Kids');
  if (kids === undefined) yield node;
  else for (const kid of listOf(pdf.follow(kids))) yield* pagesBelow(pdf, kid, seen);
}

export function dictAt(pdf: Pdf, ref: PdfRef): PdfDict {
  const found = pdf.get(ref);
  if (!isDict(found)) throw new PdfFault(`no dictionary: ${writeValue(ref)}`);
  return found;
}

export function listOf(value: PdfValue): readonly PdfValue[] {
  return isList(value) ? value : [];
}
