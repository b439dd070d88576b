import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A way of signing in that its owner can close. */
export type Way = 'password' | 'passkey' | 'national';

/** Closes a way. */
export async function insertBlocked(tx: Tx, accountId: string, way: Way, at: Date): Promise<void> {
  await sql`insert into identity.blocked_way (account_id, way, since)
    values (${accountId}, ${way}, ${at}) on conflict do nothing`.execute(tx);
}

/** Opens it again. */
export async function deleteBlocked(tx: Tx, accountId: string, way: Way): Promise<void> {
  await sql`delete from identity.blocked_way
     where account_id = ${accountId} and way = ${way}`.execute(tx);
}

/** Opens all of them. */
export async function deleteAllBlocked(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from identity.blocked_way where account_id = ${accountId}`.execute(tx);
}

/** The ways that are closed. */
export async function listBlocked(tx: Tx, accountId: string): Promise<ReadonlySet<Way>> {
  const { rows } = await sql<{ way: Way }>`
    select way from identity.blocked_way where account_id = ${accountId}`.execute(tx);
  return new Set(rows.map(({ way }) => way));
}
