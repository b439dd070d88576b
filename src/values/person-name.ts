import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { text } from './text.ts';

declare const brand: unique symbol;

/** A full name ("Họ, chữ đệm, tên") in one piece, as its bearer writes it, in Unicode NFC. */
export type PersonName = string & { readonly [brand]: true };

const longest = 100;

// A word of a name: Latin letters, with apostrophes and hyphens inside (Niê-Kđăm, O'Hara) or an apostrophe at its end (K', H').
const word = /^\p{Script=Latin}\p{M}{0,2}(?:[’ʼ'-]?\p{Script=Latin}\p{M}{0,2})*[’ʼ']?$/u;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;

/** Reads a full name: one word or many, names of every ethnic group, foreign names in Latin letters. */
export function parsePersonName(typed: string): Reading<PersonName> {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (name === '') return { wrong: wrong.empty };
  if (name.length > longest) return { wrong: wrong.long };
  if (invisible.test(name)) return { wrong: wrong.invisible };
  if (/\p{N}/u.test(name)) return { wrong: wrong.digits };
  if (!name.split(' ').every((part) => word.test(part))) return { wrong: wrong.letters };
  return { value: name as PersonName };
}

/** What a name is found by: without diacritics, apostrophes and hyphens, in lower case. */
export function searchKey(name: string): string {
  return fold(name)
    .replace(/[’ʼ'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What lists are sorted by: the given name (last word) first, then family name, then middle names. */
export function sortKey(name: string): string {
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** The order of Vietnamese lists of people. */
export function compareNames(a: string, b: string): number {
  return vietnamese.compare(sortKey(a), sortKey(b));
}

/** As papers print it: upper case with all diacritics. */
export function printedName(name: string): string {
  return name.toLocaleUpperCase('vi');
}

const vietnamese = new Intl.Collator('vi');

const wrong = {
  empty: text('Nhập họ, chữ đệm và tên', 'Enter the full name'),
  long: text(
    `Họ tên dài quá ${longest} ký tự. Nhập đúng họ tên như trên giấy tờ`,
    `The name is longer than ${longest} characters. Enter it as it stands on the papers`,
  ),
  invisible: text(
    'Họ tên có ký tự không nhìn thấy được. Xóa hết rồi gõ lại',
    'The name holds invisible characters. Delete it all and type it again',
  ),
  digits: text(
    'Họ tên không có chữ số. Nhập như trên giấy tờ, ví dụ Nguyễn Thị Bình',
    'A name has no digits. Enter it as on the papers, for example Nguyễn Thị Bình',
  ),
  letters: text(
    'Họ tên chỉ gồm chữ cái, dấu nháy và gạch nối, ví dụ Nguyễn Thị Bình hoặc H’Hen Niê',
    'A name has only letters, apostrophes and hyphens, for example Nguyễn Thị Bình or H’Hen Niê',
  ),
} as const;
