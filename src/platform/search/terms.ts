import { hasAccents, plainSyllable, syllablesOf, withoutInvisible } from './syllables.ts';
import { readShorthand } from './shorthand.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text after abbreviations were read: accented, plain, and whether it is a mere function word. */
export interface Word {
  readonly typed: string;
  readonly plain: string;
  readonly stop: boolean;
}

/** Splits a text into words and reads its abbreviations. */
export function wordsOf(text: string): Word[] {
  const visible = withoutInvisible(text);
  const accented = hasAccents(visible);
  const typed = readShorthand(syllablesOf(visible).map((syllable) => syllable.typed));
  return typed.map((word) => ({
    typed: word,
    plain: plainSyllable(word),
    stop: isStopWord(word, accented),
  }));
}

/** The terms under which a text is found: its words without function words, and every pair of neighbours. */
export function termsOf(text: string): string[] {
  const found = wordsOf(text);
  const single = found.filter((word) => !word.stop).map((word) => word.plain);
  return [...single, ...pairs(found.map((word) => word.plain))];
}

/** The accented words under which a text is found by the accent-exact index. */
export function accentedTermsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !word.stop)
    .map((word) => word.typed);
}

/** Neighbouring syllables as one term: most Vietnamese words are two syllables, so pairs stand for words. */
export function pairs(plain: readonly string[]): string[] {
  return plain.slice(1).map((syllable, place) => pair(plain[place]!, syllable));
}

/** Two syllables as one term. */
export function pair(first: string, second: string): string {
  return `${first}_${second}`;
}
