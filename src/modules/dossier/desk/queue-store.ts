import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A list that an official saved. */
export interface SavedQueue {
  readonly id: string;
  /** Empty for the row that holds the columns of the standard lists. */
  readonly name: string;
  /** The filter as its address says it. */
  readonly filter: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

/** So many lists an official keeps; more than a rail can show help nobody. */
export const mostSavedQueues = 50;

/** Until the transaction ends nobody else changes the lists of this account: names stay single, and their number right. */
export async function lockSavedQueues(tx: Tx, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dossier queue ${accountId}`}, 0))`.execute(
    tx,
  );
}

/** The saved lists of an account in the order of its rail. */
export async function listSavedQueues(tx: Tx, accountId: string): Promise<SavedQueue[]> {
  const { rows } = await sql<SavedQueue>`
    select id, name, filter, columns from dossier.queue where account_id = ${accountId}
     order by position, name`.execute(tx);
  return rows;
}

/** Saves a list at the end of the rail. False, and nothing written, when the name is taken. */
export async function insertSavedQueue(
  tx: Tx,
  accountId: string,
  queue: SavedQueue,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into dossier.queue (id, account_id, name, filter, columns, position)
    select ${queue.id}, ${accountId}::uuid, ${queue.name}, ${JSON.stringify(queue.filter)}::jsonb,
           ${JSON.stringify(queue.columns)}::jsonb, coalesce(max(position), 0) + 1
      from dossier.queue where account_id = ${accountId}
    on conflict (account_id, name) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Names a saved list anew; false when the account has no such list. */
export async function updateName(
  tx: Tx,
  accountId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update dossier.queue set name = ${name} where id = ${id} and account_id = ${accountId} and name <> ''`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Replaces the columns of a saved list; false when the account has no such list. */
export async function updateColumns(
  tx: Tx,
  accountId: string,
  id: string,
  columns: readonly string[],
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update dossier.queue set columns = ${JSON.stringify(columns)} where id = ${id} and account_id = ${accountId}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Takes a saved list away; false when the account has no such list. */
export async function deleteSavedQueue(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from dossier.queue where id = ${id} and account_id = ${accountId} and name <> ''`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
