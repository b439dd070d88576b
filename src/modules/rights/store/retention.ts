import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';

/** How long something is kept after it is over. */
export interface Rule {
  readonly code: 'closed-request' | 'withdrawn-consent' | 'closed-person';
  readonly days: number;
  readonly legalBasis: string;
  readonly fromOn: Day;
}

/** What a rule did at a time, or would have done. */
export interface Run {
  readonly at: Date;
  readonly code: Rule['code'];
  readonly isDry: boolean;
  readonly found: number;
  readonly done: number;
  readonly held: number;
}

export async function listRules(tx: Tx, on: Day): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select distinct on (code) code, days, legal_basis as "legalBasis", from_on as "fromOn"
      from rights.retention_rule where from_on <= ${on} order by code, from_on desc`.execute(tx);
  return rows;
}

const over = {
  'closed-request': sql`select id, decided_at as at from rights.request where decided_at is not null`,
  'withdrawn-consent': sql`select id, withdrawn_at as at from rights.consent where withdrawn_at is not null`,
  'closed-person': sql`
    select a.person_id as id, max(a.closed_at) as at from identity.account a
     where a.kind = 'citizen'
       and exists (select from platform.data_key k where k.subject = a.person_id and k.destroyed_at is null)
     group by a.person_id having bool_and(a.closed_at is not null)`,
} as const;

/** What was over before an instant. */
export async function listOver(tx: Tx, code: Rule['code'], before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from (${over[code]}) o where o.at < ${before} order by o.at limit 10000`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function deleteOver(
  tx: Tx,
  code: Exclude<Rule['code'], 'closed-person'>,
  id: string,
): Promise<boolean> {
  const table = code === 'closed-request' ? sql`rights.request` : sql`rights.consent`;
  const { numAffectedRows } = await sql`delete from ${table} where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function insertRun(tx: Tx, run: Run & { readonly by: string }): Promise<void> {
  await sql`insert into rights.retention_run (id, at, code, is_dry, found, done, held, by_account)
    values (${newId()}, ${run.at}, ${run.code}, ${run.isDry}, ${run.found}, ${run.done}, ${run.held}, ${run.by})`.execute(
    tx,
  );
}

export async function listRuns(tx: Tx): Promise<Run[]> {
  const { rows } = await sql<Run>`
    select at, code, is_dry as "isDry", found, done, held from rights.retention_run
     order by at desc, code limit 60`.execute(tx);
  return rows;
}
