import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { sealCell } from './cell.ts';
import { currentKey } from './data-keys.ts';
import { cellText, columnName, rowText, sealedColumns } from './places.ts';

interface Found extends Record<string, unknown> {
  readonly at: string;
  readonly row: string;
  readonly subject: string | null;
  readonly content: Record<string, unknown>;
}

/**
 * Seals rows of a place that are not sealed yet, or that are sealed under a retired key, under the living key of their
 * person, and makes anew what follows from them. Returns how many these were; fewer than `limit` when none is left.
 */
async function reseal(
  tx: Tx,
  place: string,
  which: 'plain' | 'retired',
  limit: number,
): Promise<number> {
  const definition = sealedColumns().get(place)!;
  const { table, column, subject, derived } = definition;
  const wanted = sql.raw(
    which === 'plain'
      ? `get_byte(t.${column}, 0) = 0`
      : `get_byte(t.${column}, 0) = 1 and exists (select from platform.data_key k
           where k.id = encode(substring(t.${column} from 2 for 16), 'hex')::uuid and k.retired_at is not null and k.destroyed_at is null)`,
  );
  const { rows } = await sql<Found>`
    select t.ctid::text as at, '' || ${sql.raw(rowText(definition, 't'))} as row, ${sql.raw(subject)} as subject,
           ${sql.raw(cellText(definition, 't'))} as ${sql.raw(columnName(definition, 'content'))}
      from ${sql.table(table)} t where ${wanted} limit ${limit} for update of t`.execute(tx);
  // Tables that nothing may change let this one pass: what they say stays the same.
  if (rows.length > 0) await sql`select set_config('vault.resealing', 'on', true)`.execute(tx);
  for (const { at, row, subject: whose, content } of rows) {
    if (whose === null) throw new Error(`${place} has a row of nobody`);
    const cell = sealCell(await currentKey(tx, whose), place, row, JSON.stringify(content));
    const more = Object.entries((await derived?.(tx, content as never, row)) ?? {});
    const sets = [[column, cell] as const, ...more].map(
      ([name, value]) => sql`${sql.ref(name)} = ${value}`,
    );
    await sql`/* unanswered */ update ${sql.table(table)} t set ${sql.join(sets)} where t.ctid = ${at}::tid`.execute(
      tx,
    );
  }
  return rows.length;
}

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Seals everything that a migration has moved and no program has sealed yet. Returns how many rows these were. */
export function sealPlain(inTransaction: InTransaction): Promise<number> {
  return resealAll(inTransaction, 'plain');
}

/** Seals everything anew that a retired key still seals. Returns how many rows these were. */
export function sealUnderNewKeys(inTransaction: InTransaction): Promise<number> {
  return resealAll(inTransaction, 'retired');
}

async function resealAll(
  inTransaction: InTransaction,
  which: 'plain' | 'retired',
): Promise<number> {
  let sealed = 0;
  for (const place of await inTransaction(existingPlaces))
    for (let done = batch; done === batch; sealed += done)
      done = await inTransaction((tx) => reseal(tx, place, which, batch));
  return sealed;
}

/** Places whose tables this database has. */
async function existingPlaces(tx: Tx): Promise<string[]> {
  const places = [...sealedColumns()];
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass(name) is not null as exists
      from unnest(${places.map(([, { table }]) => table)}::text[]) with ordinality as t (name, place) order by place`.execute(
    tx,
  );
  return places.flatMap(([place], index) => (rows[index]!.exists ? [place] : []));
}

const batch = 500;
