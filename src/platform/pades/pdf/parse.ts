import { PdfFault, type PdfDict, type PdfStream, type PdfValue } from './value.ts';

const blanks = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from('()<>[]{}/%'));
/** Deeper than any honest file; a hostile one would otherwise exhaust the stack. */
const deepest = 60;
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads values from bytes, from a place on. `lengthOf` finds the length of a stream when it is kept elsewhere. */
export function openParser(bytes: Buffer, at: number, lengthOf?: (value: PdfValue) => number) {
  let place = at;
  return { value: () => value(0), indirect, number, word, skip, place: () => place };

  /** `n g obj value endobj`. */
  function indirect(): { readonly number: number; readonly gen: number; readonly value: PdfValue } {
    const found = { number: number(), gen: number() };
    expect('obj');
    const content = value(0);
    skip();
    if (!(content instanceof Map) || !lookingAt('stream')) return { ...found, value: content };
    return { ...found, value: stream(content) };
  }

  function stream(dict: PdfDict): PdfStream {
    place += 'stream'.length;
    if (bytes[place] === 13) place += 1;
    if (bytes[place] === 10) place += 1;
    const said = dict.get('Length') ?? null;
    const length = typeof said === 'number' ? said : (lengthOf?.(said) ?? -1);
    if (!Number.isSafeInteger(length) || length < 0 || place + length > bytes.length)
      throw new PdfFault('stream without length');
    const data = bytes.subarray(place, place + length);
    place += length;
    expect('endstream');
    return { dict, data };
  }

  function value(depth: number): PdfValue {
    if (depth > deepest) throw new PdfFault('nested too deep');
    skip();
    const [first, second] = [bytes[place], bytes[place + 1]];
    if (first === 0x2f) return { name: name() };
    if (first === 0x28) return literal();
    if (first === 0x5b) return list(depth);
    if (first === 0x3c) return second === 0x3c ? dict(depth) : hex();
    const token = word();
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    const read = toNumber(token);
    return reference(read) ?? read;
  }

  /** A number is the begin of a reference when `g R` follows. */
  function reference(ref: number): PdfValue | undefined {
    if (!Number.isSafeInteger(ref) || ref < 0) return undefined;
    const found = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      bytes.toString('latin1', place, place + 24),
    );
    if (!found) return undefined;
    place += found[0].length;
    return { ref, gen: Number(found[1]) };
  }

  function list(depth: number): PdfValue {
    const values: PdfValue[] = [];
    place += 1;
    for (skip(); bytes[place] !== 0x5d; skip()) values.push(value(depth + 1));
    place += 1;
    return values;
  }

  /** A key that is there twice is a way to show two readers two files. */
  function dict(depth: number): PdfDict {
    const entries = new Map<string, PdfValue>();
    place += 2;
    for (skip(); bytes[place] !== 0x3e; skip()) {
      if (bytes[place] !== 0x2f) throw new PdfFault('key of a dictionary is no name');
      const key = name();
      if (entries.has(key)) throw new PdfFault(`key twice: ${key}`);
      entries.set(key, value(depth + 1));
    }
    if (bytes[place + 1] !== 0x3e) throw new PdfFault('dictionary without end');
    place += 2;
    return entries;
  }

  function name(): string {
    place += 1;
    const from = place;
    while (place < bytes.length && !isEnd(bytes[place]!)) place += 1;
    return bytes
      .toString('latin1', from, place)
      .replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
  }

  function hex(): PdfValue {
    const from = place;
    const end = bytes.indexOf(0x3e, place);
    const digits = end < 0 ? '' : bytes.toString('latin1', from + 1, end).replaceAll(/\s/g, '');
    if (end < 0 || !/^[0-9a-fA-F]*$/.test(digits)) throw new PdfFault('bad hexadecimal text');
    place = end + 1;
    const even = digits.length % 2 === 0 ? digits : `${digits}0`;
    return { bytes: Buffer.from(even, 'hex'), from, to: place };
  }

  function literal(): PdfValue {
    const from = place;
    const out: number[] = [];
    let open = 1;
    for (place += 1; place < bytes.length; place += 1) {
      const byte = bytes[place]!;
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      if (byte === 0x5c) out.push(...escaped());
      else out.push(byte);
    }
    if (open > 0) throw new PdfFault('text without end');
    place += 1;
    return { bytes: Buffer.from(out), from, to: place };
  }

  function escaped(): number[] {
    place += 1;
    const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', place, place + 3))?.[0];
    if (octal !== undefined) {
      place += octal.length - 1;
      return [parseInt(octal, 8) & 0xff];
    }
    if (bytes[place] === 13 && bytes[place + 1] === 10) place += 1;
    if (bytes[place] === 13 || bytes[place] === 10) return [];
    const char = bytes[place] ?? 0;
    return [escapes[String.fromCharCode(char)] ?? char];
  }

  function number(): number {
    skip();
    return toNumber(word());
  }

  function word(): string {
    const from = place;
    while (place < bytes.length && !isEnd(bytes[place]!)) place += 1;
    if (place === from) throw new PdfFault(`nothing to read at ${from}`);
    return bytes.toString('latin1', from, place);
  }

  function expect(text: string): void {
    skip();
    if (!lookingAt(text)) throw new PdfFault(`${text} expected at ${place}`);
    place += text.length;
  }

  function lookingAt(text: string): boolean {
    return bytes.toString('latin1', place, place + text.length) === text;
  }

  function skip(): void {
    for (; place < bytes.length; place += 1) {
      if (bytes[place] === 0x25)
        while (place < bytes.length && bytes[place] !== 10 && bytes[place] !== 13) place += 1;
      else if (!blanks.has(bytes[place]!)) return;
    }
    if (place >= bytes.length) throw new PdfFault('end of file');
  }
}

function isEnd(byte: number): boolean {
  return blanks.has(byte) || delimiters.has(byte);
}

function toNumber(token: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) throw new PdfFault(`no number: ${token}`);
  return Number(token);
}
