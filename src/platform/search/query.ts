import type { Corrector } from './correct.ts';
import { hasAccents } from './syllables.ts';
import { pair, wordsOf } from './terms.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A word of the query that means something, and every term under which it may be found. */
export interface Slot {
  readonly plain: string;
  readonly terms: readonly string[];
}

/** A query as the engine understood it. */
export interface Reading {
  /** Terms and their weights. */
  readonly weights: ReadonlyMap<string, number>;
  readonly slots: readonly Slot[];
  /** Accented words for the accent-exact index; empty when the query has no accents. */
  readonly accented: readonly string[];
  /** Syllables that were read as others. */
  readonly corrections: ReadonlyMap<string, string>;
}

const longest = { letters: 300, words: 40 };
const thesaurusWeight = 0.5;
const correctedWeight = 0.8;

/** Reads a query: shorthand, corrections of unknown syllables, pairs, thesaurus. Anything beyond 300 letters is cut. */
export function readQuery(asked: string, corrector: Corrector, thesaurus: Thesaurus): Reading {
  const text = asked.slice(0, longest.letters);
  const words = wordsOf(text).slice(0, longest.words);
  const places = words.map((word) => readingsOf(word.plain, word.stop, corrector));
  const weights = new Map<string, number>();
  const slots: { plain: string; terms: string[] }[] = [];
  const slotAt = new Map<number, number>();

  places.forEach((readings, place) => {
    const word = words[place]!;
    if (word.stop) return;
    slotAt.set(place, slots.length);
    slots.push({ plain: word.plain, terms: readings.flatMap((reading) => reading.syllables) });
    for (const { syllables, weight } of readings) {
      for (const syllable of syllables) raise(weights, syllable, weight);
      if (syllables.length === 2) raise(weights, pair(syllables[0]!, syllables[1]!), weight);
    }
  });
  for (let place = 1; place < places.length; place++) {
    for (const left of places[place - 1]!) {
      for (const right of places[place]!) {
        raise(
          weights,
          pair(left.syllables.at(-1)!, right.syllables[0]!),
          left.weight * right.weight,
        );
      }
    }
  }

  const likeliest = places.flatMap((readings, place) =>
    readings[0]!.syllables.map((syllable) => ({ syllable, place })),
  );
  for (const { syllables, terms } of thesaurus.touchedBy(
    likeliest.map(({ syllable }) => syllable),
  )) {
    for (const term of terms) raise(weights, term, thesaurusWeight);
    for (const at of syllables) {
      const slot = slotAt.get(likeliest[at]!.place);
      if (slot !== undefined) slots[slot]!.terms.push(...terms);
    }
  }

  return {
    weights,
    slots,
    accented: hasAccents(text) ? words.filter((word) => !word.stop).map((word) => word.typed) : [],
    corrections: correctionsIn(
      places,
      words.map((word) => word.plain),
    ),
  };
}

interface PlaceReading {
  readonly syllables: readonly string[];
  readonly weight: number;
}

function readingsOf(plain: string, stop: boolean, corrector: Corrector): PlaceReading[] {
  const asTyped = [{ syllables: [plain], weight: 1 }];
  if (stop || corrector.isKnown(plain)) return asTyped;
  const readings = corrector.readings(plain);
  if (readings.length === 0) return asTyped;
  const weight = correctedWeight / Math.sqrt(readings.length);
  return readings.map((syllables) => ({ syllables, weight }));
}

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weight, weights.get(term) ?? 0));
}

function correctionsIn(
  places: readonly PlaceReading[][],
  plain: readonly string[],
): Map<string, string> {
  const corrections = new Map<string, string>();
  places.forEach((readings, place) => {
    const read = readings[0]!.syllables.join(' ');
    if (read !== plain[place]) corrections.set(plain[place]!, read);
  });
  return corrections;
}
