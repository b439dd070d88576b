import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { NumberedLine, StatementFormat } from '../statement/statement.ts';

/** A file of a bank or gateway, as brought. */
export interface Statement {
  readonly id: string;
  readonly unitId: string;
  /** `bank`, or the code of the gateway. */
  readonly source: string;
  readonly format: StatementFormat;
  readonly name: string;
  readonly sha256: string;
  readonly entries: number;
  readonly importedAt: Date;
}

/** Writes a statement. False when the same file was brought before. */
export async function insertStatement(
  tx: Tx,
  statement: Statement,
  accountId: string,
): Promise<boolean> {
  const { id, unitId, source, format, name, sha256, entries, importedAt } = statement;
  const { numAffectedRows } = await sql`
    insert into payment.statement (id, unit_id, source, format, name, sha256, entries, imported_at, imported_by)
    values (${id}, ${unitId}, ${source}, ${format}, ${name}, ${sha256}, ${entries}, ${importedAt}, ${accountId})
    on conflict (unit_id, source, sha256) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Stages the lines of a statement; those that another file had are left out. Gives how many were new. */
export async function insertEntries(
  tx: Tx,
  { id, unitId, source }: Pick<Statement, 'id' | 'unitId' | 'source'>,
  lines: readonly (NumberedLine & { readonly id: string })[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into payment.statement_entry (id, statement_id, unit_id, source, reference, booked_on, amount, details)
    select t.id, ${id}, ${unitId}, ${source}, t.reference, t."bookedOn", t.amount, left(t.details, 500)
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        t (id uuid, reference text, "bookedOn" date, amount bigint, details text)
    on conflict (unit_id, source, reference) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** The last statements that were brought, the newest first. */
export async function listStatements(tx: Tx, unitIds: readonly string[]): Promise<Statement[]> {
  const { rows } = await sql<Statement>`
    select id, unit_id as "unitId", source, format, name, sha256, entries, imported_at as "importedAt"
      from payment.statement where unit_id = any (${unitIds}::uuid[]) order by id desc limit 10`.execute(
    tx,
  );
  return rows;
}

export type EntryVerdict = 'paid' | 'held' | 'known' | 'agrees' | 'differs' | 'outgoing';

/** A staged line. */
export interface StatementEntry {
  readonly id: string;
  readonly unitId: string;
  readonly source: string;
  readonly reference: string;
  readonly bookedOn: Day;
  readonly amount: number;
  readonly details: string | null;
}

/** The next line that waits, locked; others take other ones. */
export async function lockWaitingEntry(tx: Tx): Promise<StatementEntry | undefined> {
  const { rows } = await sql<StatementEntry>`
    select id, unit_id as "unitId", source, reference, booked_on as "bookedOn", amount, details
      from payment.statement_entry where verdict is null order by id limit 1 for update skip locked`.execute(
    tx,
  );
  return rows[0];
}

/** Says what became of a line. Its words are kept only while people have to read them. */
export async function updateEntry(tx: Tx, id: string, verdict: EntryVerdict): Promise<void> {
  await sql`
    update payment.statement_entry
       set verdict = ${verdict}, details = case when ${verdict} in ('held', 'differs') then details end
     where id = ${id}`.execute(tx);
}

/** Words of transfers by their number, for those that people have to read. */
export async function listDetails(
  tx: Tx,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ reference: string; details: string }>`
    select reference, details from payment.statement_entry
     where unit_id = any (${unitIds}::uuid[]) and details is not null limit 500`.execute(tx);
  return new Map(rows.map(({ reference, details }) => [reference, details]));
}

/** Forgets the words of a transfer that is matched now. */
export async function clearDetails(
  tx: Tx,
  { unitId, source, reference }: Pick<StatementEntry, 'unitId' | 'source' | 'reference'>,
): Promise<void> {
  await sql`
    update payment.statement_entry set details = null
     where unit_id = ${unitId} and source = ${source} and reference = ${reference}`.execute(tx);
}
