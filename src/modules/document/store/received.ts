import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/**
 * Adds to what an account uploaded on a day and gives the total, with what is still on its way in parts. Uploads of one account follow one another from here to
 * the end of their transactions.
 */
export async function addReceived(
  tx: Tx,
  accountId: string,
  on: Day,
  bytes: number,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    insert into document.received as received (account_id, on_day, bytes) values (${accountId}, ${on}, ${bytes})
    on conflict (account_id, on_day) do update set bytes = received.bytes + excluded.bytes
    returning bytes + (
      select coalesce(sum(size), 0) from document.upload where begun_by = ${accountId})::bigint as total`.execute(
    tx,
  );
  return rows[0]!.total;
}

/** How many bytes an owner has that were not handed in yet. */
export async function sumUnfiled(tx: Tx, owner: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(size), 0)::bigint as total from document.file
    where owner = ${owner} and removed_at is null and not filed and key is not null`.execute(tx);
  return rows[0]!.total;
}

/** Forgets the totals of days that are over. */
export async function deleteReceived(tx: Tx, before: Day): Promise<void> {
  await sql`delete from document.received where on_day < ${before}`.execute(tx);
}
