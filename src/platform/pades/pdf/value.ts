/** What a PDF is made of (ISO 32000-2, 7.3). */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfText
  | PdfRef
  | PdfStream
  | PdfDict
  | readonly PdfValue[];

export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfName {
  readonly name: string;
}

export interface PdfText {
  readonly bytes: Buffer;
  /** Where it stands in the file, delimiters included; -1 within an object stream. */
  readonly from: number;
  readonly to: number;
}

export interface PdfRef {
  readonly ref: number;
  readonly gen: number;
}

export interface PdfStream {
  readonly dict: PdfDict;
  readonly data: Buffer;
}

/** The file is not a PDF that can be worked on. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault';
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isList(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'dict' in value;
}

export function isText(value: PdfValue | undefined): value is PdfText {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

/** The name that a value is, or undefined. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}

/** Whether the dictionary says that it is this. */
export function isOfType(dict: PdfDict, type: string): boolean {
  return nameOf(dict.get('Type')) === type;
}
