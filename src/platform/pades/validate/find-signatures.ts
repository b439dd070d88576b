import type { Pdf } from '../pdf/open-pdf.ts';
import {
  isDict,
  isList,
  isRef,
  isText,
  nameOf,
  PdfFault,
  type PdfDict,
  type PdfValue,
} from '../pdf/value.ts';

/** A signature as the file has it, not yet checked. */
export interface FoundSignature {
  readonly kind: 'signature' | 'timestamp';
  readonly range: readonly number[];
  readonly contents: Buffer;
  readonly hole: { readonly from: number; readonly to: number };
  /** Where the state of the file ends that it signs. */
  readonly end: number;
  readonly reason?: string | undefined;
}

/** All signatures that fields of the file hold, in the order in which they were made. */
export function findSignatures(pdf: Pdf): FoundSignature[] {
  const catalog = pdf.follow(pdf.trailer.get('Root'));
  const form = isDict(catalog) ? pdf.follow(catalog.get('AcroForm')) : null;
  const found = isDict(form) ? fieldsBelow(pdf, form.get('Fields'), new Set()) : [];
  return [...found].map((dict) => read(pdf, dict)).toSorted((one, other) => one.end - other.end);
}

function* fieldsBelow(
  pdf: Pdf,
  fields: PdfValue | undefined,
  seen: Set<number>,
): Generator<PdfDict> {
  const list = pdf.follow(fields);
  if (!isList(list)) return;
  for (const each of list) {
    if (isRef(each) && seen.has(each.ref)) throw new PdfFault('fields form a ring');
    if (isRef(each)) seen.add(each.ref);
    const field = pdf.follow(each);
    if (!isDict(field)) continue;
    const value = pdf.follow(field.get('V'));
    if (isDict(value) && value.has('ByteRange')) yield value;
    yield* fieldsBelow(pdf, field.get('Kids'), seen);
  }
}

function read(pdf: Pdf, dict: PdfDict): FoundSignature {
  const range = [pdf.follow(dict.get('ByteRange'))].flat().map(Number);
  const contents = dict.get('Contents');
  if (
    !isText(contents) ||
    range.length !== 4 ||
    !range.every((each) => Number.isSafeInteger(each) && each >= 0)
  )
    throw new PdfFault('signature without content');
  const sub = nameOf(dict.get('SubFilter'));
  const reason = pdf.follow(dict.get('Reason'));
  return {
    kind: sub === 'ETSI.RFC3161' ? 'timestamp' : 'signature',
    range,
    contents: contents.bytes,
    hole: { from: contents.from, to: contents.to },
    end: range[2]! + range[3]!,
    reason: isText(reason) ? textOf(reason.bytes) : undefined,
  };
}

function textOf(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  return isUtf16
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
