import type { Increment } from './increment.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import {
  isDict,
  isList,
  isRef,
  isStream,
  PdfFault,
  type PdfDict,
  type PdfStream,
  type PdfValue,
} from './value.ts';
import { unpack } from './unpack.ts';
import { streamObject, writeDict, writeValue } from './write.ts';

/** Brings the first page of a small PDF into another file as a picture (form XObject, ISO 32000-2, 8.10). Returns its number. */
export function importPage(update: Increment, bytes: Buffer): number {
  const source = openPdf(bytes);
  const page = firstPage(source);
  const box = source.follow(page.get('MediaBox'));
  const contents = [source.follow(page.get('Contents'))]
    .flatMap((one) => (isList(one) ? one.map((each) => source.follow(each)) : [one]))
    .filter(isStream);
  if (!isList(box) || contents.length === 0) throw new PdfFault('no picture');
  const copied = new Map<number, number>();
  const resources = copy(source.follow(page.get('Resources')));
  const number = update.reserve();
  const entries = `/Type /XObject /Subtype /Form /BBox ${writeValue(box)} /Resources ${writeValue(resources)}`;
  update.put(number, streamObject(entries, Buffer.concat(contents.map(unpack))));
  return number;

  /** The value with all that it refers to, under new numbers. */
  function copy(value: PdfValue): PdfValue {
    if (isRef(value)) return { ref: copyObject(value.ref, source.get(value)), gen: 0 };
    if (isList(value)) return value.map(copy);
    if (isDict(value)) return new Map([...value].map(([key, each]) => [key, copy(each)]));
    return value;
  }

  function copyObject(old: number, value: PdfValue): number {
    const known = copied.get(old);
    if (known !== undefined) return known;
    const fresh = update.reserve();
    copied.set(old, fresh);
    update.put(fresh, isStream(value) ? written(value) : writeValue(copy(value)));
    return fresh;
  }

  function written({ dict, data }: PdfStream): Buffer {
    const kept = [...dict].filter(([key]) => key !== 'Length');
    const inside = writeDict(copy(new Map(kept)) as PdfDict);
    return streamObject(inside.slice(2, -2), data);
  }
}

function firstPage(pdf: Pdf): PdfDict {
  const catalog = pdf.follow(pdf.trailer.get('Root'));
  let node = isDict(catalog) ? pdf.follow(catalog.get('Pages')) : null;
  for (let depth = 0; depth < 8 && isDict(node); depth += 1) {
    const kids = pdf.follow(node.get('Kids'));
    if (!isList(kids)) return node;
    node = pdf.follow(kids[0]);
  }
  throw new PdfFault('no page');
}
