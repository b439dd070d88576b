import type { Clash, Merged } from './clash.ts';

/** A list whose items are known by a key of their own. */
export type Keyed<T> = ReadonlyMap<string, T>;

/** Merges one item; undefined: it is not there (any more, or yet). */
export type MergeItem<T> = (
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  key: string,
) => Merged<T | undefined>;

/**
 * Merges two changed lists item by item. Items that were added by either side stand behind the item after which they
 * were added. When both sides put the old items in another order, it is a clash and mine is kept.
 */
export function mergeLists<T>(
  base: Keyed<T>,
  mine: Keyed<T>,
  theirs: Keyed<T>,
  place: string,
  mergeItem: MergeItem<T>,
): Merged<readonly T[]> {
  const clashes: Clash[] = [];
  const items = new Map<string, T>();
  for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const merged = mergeItem(base.get(key), mine.get(key), theirs.get(key), key);
    clashes.push(...merged.clashes);
    if (merged.value !== undefined) items.set(key, merged.value);
  }
  const order = orderOf([...base.keys()], [...mine.keys()], [...theirs.keys()]);
  if (order.isClash) clashes.push({ place: `${place} › thứ tự`, theirs: [...theirs.keys()] });
  const value = order.keys.filter((key) => items.has(key)).map((key) => items.get(key)!);
  return { value, clashes };
}

function orderOf(base: string[], mine: string[], theirs: string[]) {
  const isMoved = (other: string[]) => {
    const old = base.filter((key) => other.includes(key));
    return !equal(
      old,
      other.filter((key) => base.includes(key)),
    );
  };
  const [mineMoved, theirsMoved] = [isMoved(mine), isMoved(theirs)];
  const both = (list: string[]) => list.filter((key) => mine.includes(key) && theirs.includes(key));
  const isClash = mineMoved && theirsMoved && !equal(both(mine), both(theirs));
  const [first, second] = theirsMoved && !mineMoved ? [theirs, mine] : [mine, theirs];
  return { keys: withMissing(first, second), isClash };
}

/** The first list with those keys of the second that it lacks, each behind its neighbour of the second. */
function withMissing(first: readonly string[], second: readonly string[]): string[] {
  const keys = [...first];
  for (const [at, key] of second.entries()) {
    if (keys.includes(key)) continue;
    const before = second.slice(0, at).findLast((other) => keys.includes(other));
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  }
  return keys;
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
