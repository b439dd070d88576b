import { isWithinOneEdit } from './one-edit.ts';
import { readRawKeys } from './typing.ts';

/** Reads a syllable that nothing indexed knows. */
export interface Corrector {
  isKnown(plain: string): boolean;
  /** Each reading is one or two known syllables; none when the syllable stays a riddle. */
  readings(plain: string): readonly (readonly string[])[];
}

const most = 6;

/**
 * Corrects only syllables outside the vocabulary: syllables are short, so that a "near" word that is known is
 * nearly always another word. Tried in order: keys of a switched-off input method, one edit, a missing space.
 * `holders` tells how many documents hold a syllable: of many candidates the common ones are kept.
 */
export function corrector(
  vocabulary: ReadonlySet<string>,
  holders: (plain: string) => number,
): Corrector {
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) {
    if (/\d/.test(word)) continue;
    const words = byLength.get(word.length);
    if (words) words.push(word);
    else byLength.set(word.length, [word]);
  }

  function near(plain: string): string[][] {
    const found: string[] = [];
    for (const length of [plain.length - 1, plain.length, plain.length + 1]) {
      for (const word of byLength.get(length) ?? [])
        if (isWithinOneEdit(plain, word)) found.push(word);
    }
    found.sort((a, b) => holders(b) - holders(a) || (a < b ? -1 : 1));
    return found.slice(0, most).map((word) => [word]);
  }

  function split(plain: string): string[][] {
    for (let at = 2; at <= plain.length - 2; at++) {
      const [first, second] = [plain.slice(0, at), plain.slice(at)];
      if (vocabulary.has(first) && vocabulary.has(second)) return [[first, second]];
    }
    return [];
  }

  return {
    isKnown: (plain) => vocabulary.has(plain),
    readings(plain) {
      const keyed = readRawKeys(plain);
      if (keyed !== undefined && vocabulary.has(keyed)) return [[keyed]];
      if (plain.length < 3 || plain.length > 14 || /\d/.test(plain)) return [];
      const edited = near(plain);
      return edited.length > 0 ? edited : split(plain);
    },
  };
}
