import { isDict, isList, type PdfDict, type PdfValue } from './value.ts';

/** A value as it is written into a file. Streams are objects of their own: {@link streamObject}. */
export function writeValue(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  if (isList(value)) return `[${value.map(writeValue).join(' ')}]`;
  if (isDict(value)) return writeDict(value);
  if ('name' in value) return writeName(value.name);
  if ('ref' in value) return `${value.ref} ${value.gen} R`;
  if ('bytes' in value) return `<${value.bytes.toString('hex')}>`;
  throw new TypeError('a stream within a value');
}

export function writeDict(dict: PdfDict): string {
  return `<<${[...dict].map(([key, value]) => `${writeName(key)} ${writeValue(value)}`).join(' ')}>>`;
}

function writeName(name: string): string {
  const safe = [...Buffer.from(name, 'latin1')].map((byte) =>
    byte > 32 && byte < 127 && !'()<>[]{}/%#'.includes(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).padStart(2, '0')}`,
  );
  return `/${safe.join('')}`;
}

/** Text of people as PDF has it: UTF-16BE with a mark, in hexadecimal, so that all diacritics arrive. */
export function writeText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex')}>`;
}

/** The body of a stream object. */
export function streamObject(entries: string, data: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries} /Length ${data.length}>>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}
