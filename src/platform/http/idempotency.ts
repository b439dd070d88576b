import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

interface Repeatable {
  readonly actor: string;
  readonly key: string;
  readonly hash: Buffer;
}

/**
 * The first answer that this account got under this key, if any; `other-request` when the key was used for another
 * request. Two calls with one key at once: the second waits for the first (transaction-scoped lock).
 */
export async function findFirstAnswer(
  tx: Tx,
  { actor, key, hash }: Repeatable,
): Promise<{ answer: unknown } | 'other-request' | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor} ${key}`}, 0))`.execute(tx);
  const { rows } = await sql<{ request_hash: Buffer; answer: unknown }>`
    select request_hash, answer from platform.idempotency where actor = ${actor} and key = ${key}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return null;
  return row.request_hash.equals(hash) ? { answer: row.answer } : 'other-request';
}

/** Keeps the first answer. */
export async function keepFirstAnswer(
  tx: Tx,
  { actor, key, hash, answer, at }: Repeatable & { answer: unknown; at: Date },
): Promise<void> {
  await sql`insert into platform.idempotency (actor, key, request_hash, status, answer, at)
    values (${actor}, ${key}, ${hash}, 200, ${JSON.stringify(answer)}, ${at})`.execute(tx);
}
