import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';

/** A removal of an official's factors that is under way. */
export interface FactorReset {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  /** Name of the account. */
  readonly name: string;
  readonly document: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly approvedBy: string | null;
  readonly dueAt: Date | null;
}

/** Asks for a removal. False when one is under way for the account. */
export async function insertReset(
  tx: Tx,
  reset: {
    readonly accountId: string;
    readonly document: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.factor_reset (id, account_id, document, asked_by, asked_at)
    values (${newId()}, ${reset.accountId}, ${reset.document}, ${reset.by}, ${reset.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** One that is under way, held until the transaction ends. */
export async function lockReset(tx: Tx, id: string): Promise<FactorReset | undefined> {
  return (await select(tx, sql`r.id = ${id} for update of r`))[0];
}

/** Those under way, the first one first. */
export function listResets(tx: Tx): Promise<FactorReset[]> {
  return select(tx, sql`true order by r.asked_at`);
}

/** The one under way for an account. */
export async function findResetOf(tx: Tx, accountId: string): Promise<FactorReset | undefined> {
  return (await select(tx, sql`r.account_id = ${accountId}`))[0];
}

/** Those that take effect by now, held until the transaction ends. */
export function lockDueResets(tx: Tx, at: Date): Promise<FactorReset[]> {
  return select(tx, sql`r.due_at <= ${at} order by r.due_at for update of r skip locked`);
}

/** Notes the approval. */
export async function updateApproved(
  tx: Tx,
  id: string,
  { by, at, dueAt }: { readonly by: string; readonly at: Date; readonly dueAt: Date },
): Promise<void> {
  await sql`update identity.factor_reset
      set approved_by = ${by}, approved_at = ${at}, due_at = ${dueAt} where id = ${id}`.execute(tx);
}

/** Notes that it was stopped. */
export async function updateStopped(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`update identity.factor_reset
      set stopped_by = ${by}, stopped_at = ${at} where id = ${id}`.execute(tx);
}

/** Notes that it was done. */
export async function updateDone(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update identity.factor_reset set done_at = ${at} where id = ${id}`.execute(tx);
}

async function select(tx: Tx, which: RawBuilder<unknown>): Promise<FactorReset[]> {
  const { rows } = await sql<FactorReset>`
    select r.id, r.account_id as "accountId", a.person_id as "personId", a.name, r.document,
           r.asked_by as "askedBy", r.asked_at as "askedAt", r.approved_by as "approvedBy", r.due_at as "dueAt"
      from identity.factor_reset r
      join identity.account a on a.id = r.account_id
     where r.stopped_at is null and r.done_at is null and ${which}`.execute(tx);
  return rows;
}
