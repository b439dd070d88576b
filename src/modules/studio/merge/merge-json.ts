import { isDeepStrictEqual } from 'node:util';
import type { Clash, Merged } from './clash.ts';
import { mergeLists, type Keyed } from './merge-lists.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * Merges what two people made of one JSON value. Members of objects, and items of lists that carry a name of their own,
 * are merged one by one; everything else is kept whole. Nothing that only one side changed is ever lost.
 */
export function mergeJson(base: unknown, mine: unknown, theirs: unknown): Merged<unknown> {
  return merge(base, mine, theirs, []);
}

function merge(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: readonly string[],
): Merged<unknown> {
  if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(base, theirs)) return whole(mine);
  if (isDeepStrictEqual(base, mine)) return whole(theirs);
  if (isObject(mine) && isObject(theirs)) {
    return mergeMembers(isObject(base) ? base : {}, mine, theirs, path);
  }
  const lists = keyedAlike([base ?? [], mine, theirs]);
  if (lists !== undefined) {
    const place = path.join(' › ');
    return mergeLists(lists[0]!, lists[1]!, lists[2]!, place, (b, m, t, key) =>
      merge(b, m, t, [...path, key]),
    );
  }
  // Nothing that somebody wrote is taken away by the other: what was changed stays.
  const value = mine === undefined ? theirs : mine;
  return { value, clashes: [{ place: path.join(' › '), theirs }] };
}

function mergeMembers(
  base: Members,
  mine: Members,
  theirs: Members,
  path: readonly string[],
): Merged<Members> {
  const members: [string, unknown][] = [];
  const clashes: Clash[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = merge(own(base, name), own(mine, name), own(theirs, name), [...path, name]);
    if (merged.value !== undefined) members.push([name, merged.value]);
    clashes.push(...merged.clashes);
  }
  return { value: Object.fromEntries(members), clashes };
}

/** What names an item of the lists in a bundle, in the order of asking. */
const names = ['name', 'id', 'code', 'key', 'number', 'value', 'title', 'wrong', 'vi'];

/** The lists as maps when their items are all known by the same name, once each. */
function keyedAlike(lists: readonly unknown[]): readonly Keyed<unknown>[] | undefined {
  if (!lists.every(Array.isArray)) return undefined;
  for (const name of [undefined, ...names]) {
    const keyed = lists.map((list: readonly unknown[]) => keyedBy(list, name));
    if (keyed.every((map) => map !== undefined)) return keyed;
  }
  return undefined;
}

function keyedBy(list: readonly unknown[], name: string | undefined): Keyed<unknown> | undefined {
  const keys = list.map((item) =>
    name === undefined ? item : isObject(item) ? own(item, name) : undefined,
  );
  if (!keys.every((key) => typeof key === 'string') || new Set(keys).size < keys.length) {
    return undefined;
  }
  return new Map(keys.map((key, at) => [key, list[at]]));
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function whole(value: unknown): Merged<unknown> {
  return { value, clashes: [] };
}
