import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';

export type Register = 'PROCESSING' | 'IMPACT' | 'BREACH';

/** One line of a register of the office. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly madeAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly closing: string | null;
}

export async function insertEntry(
  tx: Tx,
  register: Register,
  entry: Pick<Entry, 'title' | 'facts' | 'dueAt'> & { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`insert into rights.entry (id, register, title, facts, made_at, made_by, due_at)
    values (${newId()}, ${register}, ${entry.title}, ${JSON.stringify(entry.facts)}::jsonb, ${entry.at}, ${entry.by}, ${entry.dueAt})`.execute(
    tx,
  );
}

export async function listEntries(tx: Tx, register: Register): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select id, title, facts, made_at as "madeAt", due_at as "dueAt", closed_at as "closedAt", closing
      from rights.entry where register = ${register} order by made_at desc limit 500`.execute(tx);
  return rows;
}

/** Within how many hours a breach that is noticed on a day has to be told; undefined where no law says. */
export async function findBreachHours(tx: Tx, on: Day): Promise<number | undefined> {
  const { rows } = await sql<{ hours: number }>`
    select hours from rights.breach_term where from_on <= ${on} order by from_on desc limit 1`.execute(
    tx,
  );
  return rows[0]?.hours;
}

/** Closes an entry with what was done. False when it is closed or is none. */
export async function closeEntry(
  tx: Tx,
  id: string,
  { closing, by, at }: { readonly closing: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  if (!isId(id)) return false;
  const { numAffectedRows } = await sql`update rights.entry
      set closed_at = ${at}, closed_by = ${by}, closing = ${closing} where id = ${id} and closed_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
