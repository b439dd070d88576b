import { sql, type RawBuilder } from 'kysely';
import type { Cursor } from './cursor.ts';
import type { Sort } from './filter.ts';

/** An order of rows: by a value, then by dossier and step so that no two rows are equal. */
export interface Order {
  readonly value: RawBuilder<unknown>;
  readonly isDescending: boolean;
}

const orders: Readonly<Record<Sort, Order>> = {
  buoc: { value: sql`t.due_at`, isDescending: false },
  han: { value: sql`coalesce(d.due_at, d.accept_due_at)`, isDescending: false },
  moi: { value: sql`d.submitted_at`, isDescending: true },
  cu: { value: sql`d.submitted_at`, isDescending: false },
};

/** The order of a sort. */
export function orderOf(sort: Sort): Order {
  return orders[sort];
}

/** What follows a cursor in an order; `key` are the columns that tell equal values apart. */
export function after(
  { value, isDescending }: Order,
  key: RawBuilder<unknown>,
  cursor: Cursor,
): RawBuilder<unknown> {
  const last = sql`(${cursor.id}::uuid, ${cursor.token}::int)`;
  if (isDescending) {
    return sql`(${value} < ${cursor.at} or ${value} = ${cursor.at} and ${key} < ${last})`;
  }
  if (cursor.at === null) return sql`${value} is null and ${key} > ${last}`;
  return sql`(${value} > ${cursor.at} or ${value} is null or ${value} = ${cursor.at} and ${key} > ${last})`;
}
