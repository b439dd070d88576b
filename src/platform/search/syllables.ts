import { fold } from '#/values/fold.ts';

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The accented form in one spelling: composed, lower case. */
function low(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Whether a text is written with Vietnamese (or any) accents. */
export function hasAccents(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));
}

/** Removes what a paste brings along and nobody sees: zero-width characters, direction marks, soft hyphens. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** A word of a text, where it stands, as it is written (`typed`) and as it is compared (`plain`). */
export interface Syllable {
  readonly at: number;
  readonly length: number;
  readonly typed: string;
  readonly plain: string;
}

/** The words of a text in order. In Vietnamese a word between two spaces is a syllable. */
export function syllablesOf(text: string): Syllable[] {
  return Array.from(text.matchAll(words), (match) => ({
    at: match.index,
    length: match[0].length,
    typed: low(match[0]),
    plain: plainSyllable(match[0]),
  }));
}

/**
 * A syllable as it is compared. After h, k, l, m, s, t and qu the letters i and y are two spellings of one sound
 * (kí and ký, lí and lý, quí and quý), so both become i.
 */
export function plainSyllable(syllable: string): string {
  return fold(syllable.normalize('NFKC')).replace(/^([hklmst]|qu)y$/, '$1i');
}
