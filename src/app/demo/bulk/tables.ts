import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { readCell, rowText, sealedColumns, type Definition } from '#/platform/vault/index.ts';

export type Row = Readonly<Record<string, unknown>>;

/** All rows that make up one dossier, by table. */
export type Rows = Readonly<Record<TableName, readonly Row[]>>;

const instances = sql`select id from process.instance where subject = d.id`;

/**
 * Every table in which a dossier leaves rows, in an order in which they can be written, with the rows that are its own
 * (`d` is its row). Issued documents are not among them: they would all have to be printed.
 */
const tables = {
  'dossier.dossier': sql`t.id = d.id`,
  'dossier.act': sql`t.dossier_id = d.id`,
  'dossier.supplement': sql`t.dossier_id = d.id`,
  'dossier.paper_check': sql`t.dossier_id = d.id`,
  'dossier.confirmation': sql`t.dossier_id = d.id`,
  'dossier.message': sql`t.dossier_id = d.id`,
  'dossier.badge': sql`t.dossier_id = d.id`,
  'process.placement': sql`t.id in (select placement_id from process.instance where subject = d.id)`,
  'process.instance': sql`t.subject = d.id`,
  'process.token': sql`t.instance_id in (${instances})`,
  'process.step': sql`t.instance_id in (${instances})`,
  'document.paper': sql`t.owner = d.id`,
  'document.file': sql`t.owner = d.id`,
  'document.page': sql`t.file_id in (select id from document.file where owner = d.id)`,
  'payment.demand': sql`t.dossier_id = d.id`,
  'payment.payment': sql`t.demand_id in (select id from payment.demand where dossier_id = d.id)`,
  'payment.receipt': sql`t.payment_id in (select p.id from payment.payment p join payment.demand m on m.id = p.demand_id where m.dossier_id = d.id)`,
  'registry.entry': sql`t.subject = d.id`,
  'notify.notice': sql`t.link = '/ho-so/' || d.code`,
} as const;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];

/** Reads all rows of a dossier, as JSON has them. */
export async function readRows(tx: Tx, dossierId: string): Promise<Rows> {
  const parts = tableNames.map(
    (name) =>
      sql`${sql.lit(name)}, coalesce((select jsonb_agg(to_jsonb(t)) from ${sql.table(name)} t where ${tables[name]}), '[]')`,
  );
  const { rows } = await sql<{ rows: Rows }>`
    select jsonb_build_object(${sql.join(parts)}) as rows from dossier.dossier d where d.id = ${dossierId}`.execute(
    tx,
  );
  return openedRows(tx, rows[0]!.rows, dossierId);
}

/** The rows with what their sealed columns hold in place of the bytes. */
async function openedRows(tx: Tx, rows: Rows, dossierId: string): Promise<Rows> {
  const opened: Record<TableName, readonly Row[]> = { ...rows };
  for (const definition of sealedIn()) {
    const table = definition.table as TableName;
    const { rows: cells } = await sql<{ row: string; content: object | null }>`
      select '' || ${sql.raw(rowText(definition, 't'))} as row, ${readCell(definition, 't', 'content')}
        from ${sql.table(table)} t, dossier.dossier d where d.id = ${dossierId} and ${tables[table]}`.execute(
      tx,
    );
    const contents = new Map(cells.map(({ row, content }) => [row, content]));
    const nameOf = (row: Row) => definition.key.map((column) => String(row[column])).join('/');
    opened[table] = opened[table].map((row) => ({
      ...row,
      [definition.column]: contents.get(nameOf(row)) ?? null,
    }));
  }
  return opened;
}

/** The sealed columns of a table, or of all these tables. */
export function sealedIn(table?: TableName): readonly Definition[] {
  return [...sealedColumns().values()].filter((definition) =>
    table === undefined ? definition.table in tables : definition.table === table,
  );
}

/**
 * Writes rows given as the text of a JSON array, without waiting until they are written (see `settled`). Rows of
 * placements may be there already.
 */
export async function insertRows(tx: Tx, name: string, json: string): Promise<void> {
  const table = sql.table(name);
  const conflict = name === 'process.placement' ? sql`on conflict do nothing` : sql``;
  await sql`/* unanswered */
    insert into ${table} select * from json_populate_recordset(null::${table}, ${json}::json) ${conflict}`.execute(
    tx,
  );
}

/** Bytes as PostgreSQL reads them in JSON. */
export function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Waits until everything is written that was sent. */
export async function settled(tx: Tx): Promise<void> {
  await sql`select`.execute(tx);
}

/** Since when every act stands in the public ledger; undefined before it was opened. */
export async function ledgerOpenedAt(tx: Tx): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select opened_at as at from ledger.log`.execute(tx);
  return rows[0]?.at;
}

/** A counter and the last number that it gave. */
export interface Counter {
  readonly book: string;
  readonly scope: string;
  readonly period: string;
  readonly last: number;
}

/** The numbers given so far. */
export async function listCounters(tx: Tx): Promise<Counter[]> {
  const { rows } =
    await sql<Counter>`select book, scope, period, last from registry.counter`.execute(tx);
  return rows;
}

/** Takes so many numbers of each counter at once, and gives the number before the first. */
export async function takeNumbers(
  tx: Tx,
  counts: readonly Counter[],
): Promise<Map<string, number>> {
  const { rows } = await sql<Counter>`
    insert into registry.counter as counter (book, scope, period, last)
    select * from json_populate_recordset(null::registry.counter, ${JSON.stringify(counts)}::json)
    on conflict (book, scope, period) do update set last = counter.last + excluded.last
    returning book, scope, period, last`.execute(tx);
  const taken = new Map(counts.map((count) => [counterKey(count), count.last]));
  return new Map(rows.map((row) => [counterKey(row), row.last - taken.get(counterKey(row))!]));
}

/** Names a counter. */
export function counterKey({ book, scope, period }: Omit<Counter, 'last'>): string {
  return `${book}|${scope}|${period}`;
}

/**
 * Lets the rows of this transaction be written without the checks of foreign keys one by one, where the account of the
 * database may do that: they refer to each other by construction.
 */
export async function hurry(tx: Tx): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`
    select rolsuper as may from pg_roles where rolname = current_user`.execute(tx);
  if (rows[0]?.may) await sql`set local session_replication_role = replica`.execute(tx);
}
