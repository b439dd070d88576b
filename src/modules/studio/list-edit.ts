/** A list with one item moved up (-1) or down (1); the same list when it stands at the end already. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  if (at < 0 || at >= list.length || to < 0 || to >= list.length) return list;
  return list.with(at, list[to]!).with(to, list[at]!);
}

/** A list without one item. */
export function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_item, no) => no !== at);
}

/** What a button beside an item of a list does. */
export type ListDeed = 'len' | 'xuong' | 'bo';

export const listDeeds: readonly ListDeed[] = ['len', 'xuong', 'bo'];

/** The list after a deed. */
export function afterDeed<T>(list: readonly T[], at: number, deed: ListDeed): readonly T[] {
  return deed === 'bo' ? without(list, at) : moved(list, at, deed === 'len' ? -1 : 1);
}
