import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Keeps new codes instead of all that were there. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  macs: readonly string[],
  at: Date,
): Promise<void> {
  await deleteRecoveryCodes(tx, accountId);
  await sql`insert into identity.recovery_code (account_id, code_mac, issued_at)
    select ${accountId}, mac, ${at} from unnest(${macs}::text[]) as mac`.execute(tx);
}

/** Uses a code up. False when it is none of the account's, or was used before. */
export async function updateCodeUsed(
  tx: Tx,
  accountId: string,
  mac: string,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.recovery_code set used_at = ${at}
     where account_id = ${accountId} and code_mac = ${mac} and used_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** How many codes can still be used. */
export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from identity.recovery_code
     where account_id = ${accountId} and used_at is null`.execute(tx);
  return rows[0]!.n;
}

/** Throws all codes of an account away. */
export async function deleteRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from identity.recovery_code where account_id = ${accountId}`.execute(tx);
}
