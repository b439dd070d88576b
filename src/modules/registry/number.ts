import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { takeNumbers } from './store.ts';

/** Whose number it is, and when counting begins anew: each year or each day. */
export type Count = { readonly book: string; readonly scope: string } & (
  | { readonly year: number }
  | { readonly day: Day }
);

/**
 * The next number, from 1, without gaps. It belongs to the transaction: rolled back, it is given out again.
 * Others who count the same wait until the transaction ends, so take a number late.
 */
export async function nextNumber(tx: Tx, count: Count): Promise<number> {
  const period = 'year' in count ? String(count.year) : count.day;
  const [number] = await takeNumbers(tx, [{ book: count.book, scope: count.scope, period }]);
  return number!;
}
