import { readShorthand } from './shorthand.ts';
import { syllablesOf, plainSyllable } from './syllables.ts';
import { pairs } from './terms.ts';

/** What people say (`said`), and the words of the texts that are meant (`meant`). Written by staff, with accents. */
export interface ThesaurusGroup {
  readonly said: readonly string[];
  readonly meant: readonly string[];
}

/** A phrase of a group seen in a query: where it begins, how many syllables it has, and what is meant by it. */
interface Touched {
  readonly at: number;
  readonly length: number;
  /** Each phrase that may be meant, as the terms under which it is found. */
  readonly meant: readonly (readonly string[])[];
}

/** The compiled thesaurus: finds the groups of a query by whole syllables. */
export interface Thesaurus {
  readonly vocabulary: ReadonlySet<string>;
  touchedBy(plain: readonly string[]): Touched[];
}

/** Compiles the groups; phrases are indexed by their first syllable. */
export function compileThesaurus(groups: readonly ThesaurusGroup[]): Thesaurus {
  const byFirst = new Map<string, { phrase: readonly string[]; group: number }[]>();
  const vocabulary = new Set<string>();
  const meant = groups.map((group) => group.meant.map((words) => withPairs(plainWords(words))));

  groups.forEach((group, no) => {
    for (const said of group.said) {
      const phrase = plainWords(said);
      const entries = byFirst.get(phrase[0]!) ?? [];
      byFirst.set(phrase[0]!, [...entries, { phrase, group: no }]);
      for (const syllable of phrase) vocabulary.add(syllable);
    }
  });

  return {
    vocabulary,
    touchedBy(plain) {
      return plain.flatMap((syllable, at) =>
        (byFirst.get(syllable) ?? [])
          .filter(({ phrase }) => phrase.every((word, place) => plain[at + place] === word))
          .map(({ phrase, group }) => ({ at, length: phrase.length, meant: meant[group]! })),
      );
    },
  };
}

function plainWords(phrase: string): string[] {
  return readShorthand(syllablesOf(phrase).map((syllable) => syllable.typed)).map(plainSyllable);
}

function withPairs(plain: readonly string[]): string[] {
  return [...plain, ...pairs(plain)];
}
