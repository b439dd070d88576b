import { openParser } from './parse.ts';
import { unpack } from './unpack.ts';
import {
  isDict,
  isRef,
  isStream,
  nameOf,
  PdfFault,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from './value.ts';

/** Where an object is: at a place of the file, or within an object stream. */
type Entry = { readonly at: number; readonly gen: number } | { readonly inside: number };

/** A PDF as it is after its last update, or cut after an earlier one. */
export interface Pdf {
  readonly bytes: Buffer;
  readonly trailer: PdfDict;
  /** Where its last cross-reference section begins, and whether that is a stream. */
  readonly startxref: number;
  readonly hasStreams: boolean;
  /** Numbers of objects go up to below this. */
  readonly size: number;
  /** An object; null when there is none, as the standard has it. */
  get(ref: PdfRef): PdfValue;
  /** The value itself, also when only a reference to it is given. */
  follow(value: PdfValue | undefined): PdfValue;
}

/** Opens a PDF. @throws PdfFault when it is damaged, encrypted or hostile. */
export function openPdf(bytes: Buffer): Pdf {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new PdfFault('no PDF');
  const startxref = lastStart(bytes);
  const entries = new Map<number, Entry | null>();
  let trailer: PdfDict | undefined;
  let hasStreams = false;
  const seen = new Set<number>();
  for (let at: number | undefined = startxref; at !== undefined;) {
    if (seen.has(at) || at >= bytes.length) throw new PdfFault('sections form a ring');
    seen.add(at);
    const section = readSection(bytes, at, entries);
    hasStreams = trailer === undefined ? section.isStream : hasStreams;
    trailer ??= section.trailer;
    const hybrid = section.trailer.get('XRefStm');
    if (typeof hybrid === 'number') readSection(bytes, hybrid, entries);
    const before = section.trailer.get('Prev');
    at = typeof before === 'number' ? before : undefined;
  }
  if (!trailer || !isRef(trailer.get('Root'))) throw new PdfFault('no catalog');
  if (trailer.has('Encrypt')) throw new PdfFault('encrypted');
  const size = Math.max(Number(trailer.get('Size')), ...[...entries.keys()].map((n) => n + 1));
  const cache = new Map<number, PdfValue>();
  const packed = new Map<number, ReadonlyMap<number, PdfValue>>();
  const resolving = new Set<number>();
  return { bytes, trailer, startxref, hasStreams, size, get, follow };

  function get({ ref }: PdfRef): PdfValue {
    const known = cache.get(ref);
    if (known !== undefined) return known;
    if (resolving.has(ref)) throw new PdfFault('object needs itself');
    resolving.add(ref);
    const value = read(ref);
    resolving.delete(ref);
    cache.set(ref, value);
    return value;
  }

  function read(ref: number): PdfValue {
    const entry = entries.get(ref);
    if (!entry) return null;
    if ('inside' in entry) return packedIn(entry.inside).get(ref) ?? null;
    const found = openParser(bytes, entry.at, (value) => Number(follow(value))).indirect();
    if (found.number !== ref) throw new PdfFault(`object ${ref} is not where the table says`);
    return found.value;
  }

  function packedIn(stream: number): ReadonlyMap<number, PdfValue> {
    const known = packed.get(stream);
    if (known) return known;
    const entry = entries.get(stream);
    if (!entry || 'inside' in entry) throw new PdfFault('object stream within another');
    const holder = get({ ref: stream, gen: 0 });
    if (!isStream(holder) || nameOf(holder.dict.get('Type')) !== 'ObjStm')
      throw new PdfFault('no object stream');
    const content = Buffer.concat([unpack(holder), Buffer.from(' ')]);
    const first = Number(follow(holder.dict.get('First')));
    const head = openParser(content, 0);
    const objects = new Map<number, PdfValue>();
    for (let n = Number(follow(holder.dict.get('N'))); n > 0; n -= 1) {
      const [number, offset] = [head.number(), head.number()];
      objects.set(number, withoutPlaces(openParser(content, first + offset).value()));
    }
    packed.set(stream, objects);
    return objects;
  }

  function follow(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let n = 0; isRef(found); n += 1) {
      if (n > 20) throw new PdfFault('references form a ring');
      found = get(found);
    }
    return found;
  }
}

/** Texts within an object stream have no place in the file. */
function withoutPlaces(value: PdfValue): PdfValue {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (isDict(value)) return new Map([...value].map(([key, each]) => [key, withoutPlaces(each)]));
  if (typeof value === 'object' && value !== null && 'bytes' in value)
    return { bytes: value.bytes, from: -1, to: -1 };
  return value;
}

function lastStart(bytes: Buffer): number {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const found = /startxref[\r\n ]+(\d+)[\r\n ]+%%EOF[\r\n ]*$/.exec(tail)?.[1];
  if (found === undefined) throw new PdfFault('no startxref at the end');
  return Number(found);
}

function readSection(bytes: Buffer, at: number, entries: Map<number, Entry | null>) {
  const parser = openParser(bytes, at);
  parser.skip();
  return bytes.toString('latin1', parser.place(), parser.place() + 4) === 'xref'
    ? { trailer: readTable(bytes, parser.place() + 4, entries), isStream: false }
    : { trailer: readStream(bytes, at, entries), isStream: true };
}

/** A classic table (ISO 32000-2, 7.5.4). What a later section says of an object holds. */
function readTable(bytes: Buffer, at: number, entries: Map<number, Entry | null>): PdfDict {
  const parser = openParser(bytes, at);
  for (;;) {
    parser.skip();
    const start = parser.word();
    if (start === 'trailer') break;
    const count = parser.number();
    if (!/^\d+$/.test(start) || count > bytes.length / 18) throw new PdfFault('bad table');
    for (let n = Number(start); n < Number(start) + count; n += 1) {
      const entry = { at: parser.number(), gen: parser.number() };
      parser.skip();
      const kind = parser.word();
      if (!entries.has(n)) entries.set(n, kind === 'n' ? entry : null);
    }
  }
  const trailer = parser.value();
  if (!isDict(trailer)) throw new PdfFault('no trailer');
  return trailer;
}

/** A cross-reference stream (ISO 32000-2, 7.5.8). */
function readStream(bytes: Buffer, at: number, entries: Map<number, Entry | null>): PdfDict {
  const { value } = openParser(bytes, at).indirect();
  if (!isStream(value) || nameOf(value.dict.get('Type')) !== 'XRef') throw new PdfFault('no table');
  const { dict } = value;
  const widths = [dict.get('W') ?? null].flat().map(Number);
  const [a, b, c] = widths;
  if (widths.length !== 3 || !widths.every((each) => each >= 0 && each <= 6))
    throw new PdfFault('bad widths');
  const rows = unpack(value);
  const index = [dict.get('Index') ?? [0, dict.get('Size') ?? 0]].flat().map(Number);
  let place = 0;
  const field = (width: number) => {
    const found = width === 0 ? 0 : rows.readUIntBE(place, width);
    place += width;
    return found;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    const [start, count] = [index[part]!, index[part + 1]!];
    if (place + count * (a! + b! + c!) > rows.length) throw new PdfFault('table too short');
    for (let n = start; n < start + count; n += 1) {
      const kind = a === 0 ? 1 : field(a!);
      const [second, third] = [field(b!), field(c!)];
      const entry =
        kind === 1 ? { at: second, gen: third } : kind === 2 ? { inside: second } : null;
      if (!entries.has(n)) entries.set(n, entry);
    }
  }
  return dict;
}
