import type { Corrector } from './correct.ts';
import { isSpellable } from './spelling.ts';
import { hasAccents } from './syllables.ts';
import { pair, wordsOf } from './terms.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A word of the query that means something, and every term that would answer it, with how surely. */
export interface Slot {
  readonly plain: string;
  /** As it was written, when the query is written with accents. */
  readonly accented: string | undefined;
  readonly answers: ReadonlyMap<string, number>;
  /** Phrases of the thesaurus that would answer it as well, each as its terms. */
  readonly meant: readonly (readonly string[])[];
}

/** A query as the engine understood it. */
export interface Reading {
  /** Terms and their weights. */
  readonly weights: ReadonlyMap<string, number>;
  readonly slots: readonly Slot[];
  /** Syllables that were read as others. */
  readonly corrections: ReadonlyMap<string, string>;
}

/** One way to read the syllable at a place: as one syllable, or as two when a space was missing. */
interface PlaceReading {
  readonly syllables: readonly string[];
  readonly weight: number;
}

const longest = { letters: 300, words: 40 };
/** A phrase of two or more syllables is surer than a single one, which may be part of another word. */
const thesaurusWeights = { single: 0.5, phrase: 0.8 } as const;
const correctedWeight = 0.8;
/** A syllable of a phrase that the thesaurus knows ("mới đẻ") says less by itself. */
const phraseWeight = 0.5;
/** "cần làm", "của tôi": pairs with function words are the frame of a question, not its subject. */
const frameWeights = [1, 0.6, 0.3] as const;

/** Reads a query: shorthand, unknown syllables, pairs, thesaurus. Anything beyond 300 letters is cut. */
export function readQuery(asked: string, corrector: Corrector, thesaurus: Thesaurus): Reading {
  const text = asked.slice(0, longest.letters);
  const isAccented = hasAccents(text);
  const words = wordsOf(text).slice(0, longest.words);
  const places = words.map((word) => readingsOf(word.plain, word.stop, corrector));
  const likeliest = places.flatMap((readings, place) =>
    readings[0]!.syllables.map((syllable) => ({ syllable, place })),
  );
  const touched = thesaurus.touchedBy(likeliest.map(({ syllable }) => syllable));

  const weights = new Map<string, number>();
  const answers = places.map((readings) => new Map(readings.flatMap(sureness)));
  for (const readings of places) addPairsWithin(weights, readings);
  for (let place = 1; place < places.length; place++) {
    const stops = Number(words[place - 1]!.stop) + Number(words[place]!.stop);
    addPairsBetween(weights, places[place - 1]!, places[place]!, frameWeights[stops]!);
  }
  const inPhrase = new Set<number>();
  const meantAt = places.map((): (readonly string[])[] => []);
  for (const { at, length, meant } of touched) {
    const weight = length > 1 ? thesaurusWeights.phrase : thesaurusWeights.single;
    for (const term of meant.flat()) raise(weights, term, weight);
    for (const { place } of likeliest.slice(at, at + length)) {
      meantAt[place]!.push(...meant);
      if (length > 1) inPhrase.add(place);
    }
  }
  places.forEach((readings, place) => {
    if (!words[place]!.stop) addSingles(weights, readings, inPhrase.has(place) ? phraseWeight : 1);
  });

  return {
    weights,
    slots: words.flatMap((word, place) =>
      word.stop
        ? []
        : [
            {
              plain: word.plain,
              accented: isAccented ? word.typed : undefined,
              answers: answers[place]!,
              meant: meantAt[place]!,
            },
          ],
    ),
    corrections: new Map(
      words.flatMap((word, place) => {
        const read = places[place]![0]!.syllables.join(' ');
        return read === word.plain ? [] : [[word.plain, read] as const];
      }),
    ),
  };
}

function readingsOf(plain: string, stop: boolean, corrector: Corrector): PlaceReading[] {
  const asTyped = [{ syllables: [plain], weight: 1 }];
  if (stop || corrector.isKnown(plain)) return asTyped;
  const readings = corrector.readings(plain);
  if (readings.length === 0) return asTyped;
  const trust = isSpellable(plain) ? correctedWeight / 2 : correctedWeight;
  const weight = trust / Math.sqrt(readings.length);
  return readings.map((syllables) => ({ syllables, weight }));
}

function sureness({ syllables, weight }: PlaceReading): [string, number][] {
  return syllables.map((syllable) => [syllable, weight]);
}

function addSingles(
  weights: Map<string, number>,
  readings: readonly PlaceReading[],
  factor: number,
): void {
  for (const { syllables, weight } of readings) {
    for (const syllable of syllables) raise(weights, syllable, weight * factor);
  }
}

function addPairsWithin(weights: Map<string, number>, readings: readonly PlaceReading[]): void {
  for (const { syllables, weight } of readings) {
    if (syllables.length === 2) raise(weights, pair(syllables[0]!, syllables[1]!), weight);
  }
}

function addPairsBetween(
  weights: Map<string, number>,
  before: readonly PlaceReading[],
  after: readonly PlaceReading[],
  factor: number,
): void {
  for (const left of before) {
    for (const right of after) {
      const weight = left.weight * right.weight * factor;
      raise(weights, pair(left.syllables.at(-1)!, right.syllables[0]!), weight);
    }
  }
}

/** A term that comes twice counts once, with its greater weight. */
function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weight, weights.get(term) ?? 0));
}
