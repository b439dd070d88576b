import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import type { Day } from '#/values/day.ts';
import type { Entry } from './entry.ts';

/** A counter: whose numbers, and of which year or day. */
export interface Counter {
  readonly book: string;
  readonly scope: string;
  readonly period: string;
}

/** Counts each counter one up, in rows that stay locked until the transaction ends. Gives the numbers in order. */
export async function takeNumbers(tx: Tx, counters: readonly Counter[]): Promise<number[]> {
  const column = (name: keyof Counter) => counters.map((counter) => counter[name]);
  const { rows } = await sql<Counter & { last: number }>`/* prepared */
    insert into registry.counter as counter (book, scope, period, last)
    select book, scope, period, 1
      from unnest(${column('book')}::text[], ${column('scope')}::text[], ${column('period')}::text[])
        with ordinality as taken (book, scope, period, place) order by place
    on conflict (book, scope, period) do update set last = counter.last + 1
    returning book, scope, period, last`.execute(tx);
  const lasts = new Map(rows.map((row) => [keyOf(row), row.last]));
  return counters.map((counter) => lasts.get(keyOf(counter))!);
}

function keyOf({ book, scope, period }: Counter): string {
  return `${book} ${scope} ${period}`;
}

/** What is entered, under the key of its subject: it outlives nobody's key but its own. */
const sealedEntry = sealedColumn<Pick<Entry, 'summary' | 'facts'>>({
  table: 'registry.entry',
  column: 'sealed',
  key: ['id'],
  subject: 't.subject',
  gone: { summary: '(đã xóa)', facts: {} },
});

const columns = sql`
  e.id, e.unit_id, e.book, e.year, e.number, e.symbol, e.subject, e.entered_on, e.entered_at, e.entered_by,
  e.voided_at, e.voided_by, e.void_reason, ${sealedEntry.read('e')}`;

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  const { summary, facts } = entry;
  const sealed = await sealedEntry.seal(tx, entry.subject, entry.id, { summary, facts });
  await sql`
    insert into registry.entry (id, unit_id, book, year, number, symbol, subject, sealed,
      entered_on, entered_at, entered_by)
    values (${entry.id}, ${entry.unitId}, ${entry.book}, ${entry.year}, ${entry.number}, ${entry.symbol},
      ${entry.subject}, ${sealed}, ${entry.enteredOn},
      ${entry.enteredAt}, ${entry.enteredBy})`.execute(tx);
}

/** The entry of a subject in a book that is not voided. */
export async function findValidEntry(
  tx: Tx,
  subject: string,
  book: string,
): Promise<Entry | undefined> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from registry.entry e
    where subject = ${subject} and book = ${book} and voided_at is null`.execute(tx);
  return rows[0] && toEntry(rows[0]);
}

/** A register of a unit and year, newest first, voided entries too; `before` is the number after which to go on. */
export async function listEntries(
  tx: Tx,
  register: {
    unitId: string;
    book: string;
    year: number;
    before?: number | undefined;
    limit: number;
  },
): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from registry.entry e
    where unit_id = ${register.unitId} and book = ${register.book} and year = ${register.year}
      and (${register.before ?? null}::int is null or number < ${register.before ?? null}::int)
    order by number desc
    limit ${register.limit}`.execute(tx);
  return rows.map(toEntry);
}

/** Whether there was such an entry that still counted. */
export async function updateVoided(
  tx: Tx,
  id: string,
  voided: { at: Date; by: string; reason: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ subject: string }>`
    update registry.entry
    set voided_at = ${voided.at}, voided_by = ${voided.by}, void_reason = ${voided.reason}
    where id = ${id} and voided_at is null
    returning subject`.execute(tx);
  return rows[0]?.subject;
}

interface EntryRow {
  id: string;
  unit_id: string;
  book: string;
  year: number;
  number: number;
  symbol: string;
  subject: string;
  summary: string;
  facts: Record<string, unknown>;
  entered_on: Day;
  entered_at: Date;
  entered_by: string;
  voided_at: Date | null;
  voided_by: string | null;
  void_reason: string | null;
}

function toEntry(row: EntryRow): Entry {
  const { voided_at: at, voided_by: by, void_reason: reason } = row;
  return {
    id: row.id,
    unitId: row.unit_id,
    book: row.book,
    year: row.year,
    number: row.number,
    symbol: row.symbol,
    subject: row.subject,
    summary: row.summary,
    facts: row.facts,
    enteredOn: row.entered_on,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    voided: at && by && reason ? { at, by, reason } : undefined,
  };
}
