import { corrector } from './correct.ts';
import { buildPostings, type FieldWeight } from './build-postings.ts';
import type { Postings } from './postings.ts';
import { readQuery, type Reading, type Slot } from './query.ts';
import { stopWords } from './stop-words.ts';
import { accentedTermsOf, termsOf } from './terms.ts';
import { compileThesaurus, type ThesaurusGroup } from './thesaurus.ts';

/** What can be found. Each field is a list of phrases; pairs of words are never made across phrases. */
export interface SearchDocument<Field extends string> {
  readonly id: string;
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  /** How often it is used, 0 to 1: breaks ties. */
  readonly popularity?: number | undefined;
}

/**
 * How fields count. `accentWeight` is given to fields in which exact accents should win, `isSubject` to fields that
 * tell what a document is about: only they count for coverage.
 */
export type FieldPlan<Field extends string> = Readonly<
  Record<Field, FieldWeight & { readonly accentWeight?: number }>
>;

/** One document that fits; `coverage` is the share (by rarity) of the query's words that it is about, 0 to 1. */
interface Hit {
  readonly id: string;
  readonly score: number;
  readonly coverage: number;
}

/** What a query found, and how it was read. */
interface Found {
  readonly hits: readonly Hit[];
  /** The plain words to be marked in what is shown. */
  readonly words: ReadonlySet<string>;
  /** Misspelt syllables (plain) and how they were read. */
  readonly corrections: ReadonlyMap<string, string>;
}

/** A finished index: immutable, in memory, free of I/O. */
export interface SearchIndex {
  find(query: string, limit: number): Found;
}

const accentBonus = 0.3;
const rarest = 5;

/**
 * Builds a full-text index for Vietnamese: BM25F over accent-folded syllables and pairs of syllables, with
 * correction of unknown syllables, a thesaurus, a bonus for exact accents and a slight preference for what is used.
 */
export function buildSearchIndex<Field extends string>(
  documents: readonly SearchDocument<Field>[],
  plan: FieldPlan<Field>,
  groups: readonly ThesaurusGroup[] = [],
): SearchIndex {
  const fields = Object.keys(plan) as Field[];
  const folded = index(documents, fields, (field) => plan[field], termsOf);
  const accentFields = fields.filter((field) => plan[field].accentWeight !== undefined);
  const accented = index(
    documents,
    accentFields,
    (field) => ({ ...plan[field], weight: plan[field].accentWeight! }),
    accentedTermsOf,
  );
  const thesaurus = compileThesaurus(groups);
  const known = new Set([...folded.terms.keys()].filter((term) => !term.includes('_')));
  const spelling = corrector(new Set([...known, ...thesaurus.vocabulary, ...stopWords]), (plain) =>
    folded.holders(plain),
  );

  return {
    find(query, limit) {
      const reading = readQuery(query, spelling, thesaurus);
      const scores = new Float32Array(documents.length);
      for (const [term, weight] of reading.weights) folded.add(term, weight, scores);
      for (const word of new Set(reading.slots.map((slot) => slot.accented))) {
        if (word !== undefined) accented.add(word, accentBonus, scores);
      }
      documents.forEach((document, place) => {
        scores[place]! *= 1 + 0.1 * (document.popularity ?? 0);
      });
      return {
        hits: best(scores, limit).map((place) => ({
          id: documents[place]!.id,
          score: scores[place]!,
          coverage: coverage(reading, folded, accented, place),
        })),
        words: new Set(
          reading.slots.flatMap((slot) => [...slot.answers.keys(), ...slot.meant.flat()]),
        ),
        corrections: reading.corrections,
      };
    },
  };
}

function index<Field extends string>(
  documents: readonly SearchDocument<Field>[],
  fields: readonly Field[],
  weightOf: (field: Field) => FieldWeight,
  terms: (text: string) => string[],
): Postings {
  return buildPostings(documents.length, fields.map(weightOf), (document, field) =>
    documents[document]!.fields[fields[field]!].flatMap(terms),
  );
}

function best(scores: Float32Array, limit: number): number[] {
  const places: number[] = [];
  scores.forEach((score, place) => {
    if (score > 0) places.push(place);
  });
  return places.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit);
}

/**
 * How much of the query, by rarity, a document is about. A word that has the same letters but other accents
 * (tiêm, tiệm) answers by half, and a word that no document holds counts by half: it says little about any of them.
 */
function coverage(
  reading: Reading,
  folded: Postings,
  accented: Postings,
  document: number,
): number {
  let [covered, all] = [0, 0];
  for (const slot of reading.slots) {
    const mass = massOf(slot, folded);
    all += mass;
    covered += mass * answerOf(slot, folded, accented, document);
  }
  return all === 0 ? 0 : covered / all;
}

function massOf({ plain, answers, meant }: Slot, folded: Postings): number {
  const terms = [plain, ...answers.keys(), ...meant.flat()];
  const rarity = Math.min(rarest, Math.max(...terms.map((term) => folded.idf(term))));
  return terms.every((term) => folded.holders(term) === 0) ? rarity / 2 : rarity;
}

/** How surely a document answers one word of the query, 0 to 1. */
function answerOf(slot: Slot, folded: Postings, accented: Postings, document: number): number {
  let best = 0;
  for (const [term, sureness] of slot.answers) {
    if (!folded.isAbout(document, term)) continue;
    const typed = slot.accented;
    const isOther =
      term === slot.plain && typed !== undefined && !accented.isAbout(document, typed);
    best = Math.max(best, isOther ? sureness / 2 : sureness);
  }
  for (const terms of slot.meant) {
    let [present, all] = [0, 0];
    for (const term of terms) {
      all += folded.idf(term);
      if (folded.isAbout(document, term)) present += folded.idf(term);
    }
    best = Math.max(best, present / all);
  }
  return best;
}
