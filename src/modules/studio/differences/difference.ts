import type { Text } from '#/values/text.ts';

/** One thing that is not as it was, in words. */
export interface Difference {
  /** What it is about: "Lệ phí, dòng 5, Số tiền". */
  readonly place: string;
  /** As it was; undefined: it is new. */
  readonly was: string | undefined;
  /** As it is; undefined: it is gone. */
  readonly now: string | undefined;
}

/** Differences of one part of a procedure. */
export interface Differences {
  readonly title: Text;
  readonly list: readonly Difference[];
}

/** What changed between two lists whose items have a name, in the order of the new list; what is gone comes last. */
export function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  told: {
    /** The item in words, when it came or went. */
    readonly whole: (item: T) => { readonly place: string; readonly words: string };
    /** What changed within it. */
    readonly inside: (was: T, now: T) => readonly Difference[];
  },
): Difference[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const fresh = new Set(after.map(keyOf));
  return [
    ...after.flatMap((item): readonly Difference[] => {
      const was = old.get(keyOf(item));
      if (was !== undefined) return told.inside(was, item);
      const { place, words } = told.whole(item);
      return [{ place, was: undefined, now: words }];
    }),
    ...before
      .filter((item) => !fresh.has(keyOf(item)))
      .map((item) => {
        const { place, words } = told.whole(item);
        return { place, was: words, now: undefined };
      }),
  ];
}

/** A difference when two words are not the same. */
export function changed(place: string, was: string, now: string): Difference[] {
  if (was === now) return [];
  return [{ place, was: was === '' ? undefined : was, now: now === '' ? undefined : now }];
}
