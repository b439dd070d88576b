import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Spends a challenge. False when it was answered before. */
export async function insertSpent(tx: Tx, hash: Buffer, endsAt: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.spent_challenge (challenge_hash, ends_at) values (${hash}, ${endsAt})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Forgets challenges that are too old to be answered. */
export async function deleteEndedChallenges(tx: Tx, at: Date): Promise<void> {
  await sql`delete from identity.spent_challenge where ends_at < ${at}`.execute(tx);
}
