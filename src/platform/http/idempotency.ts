import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { sealedColumn } from '../vault/index.ts';

/** Answers tell what was asked for: they are sealed under the key of the account. */
const sealedAnswer = sealedColumn<{ readonly answer: unknown }>({
  table: 'platform.idempotency',
  column: 'sealed',
  key: ['actor', 'key'],
  subject: 't.actor',
  gone: { answer: null },
});

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
    select i.request_hash, ${sealedAnswer.read('i')}
      from platform.idempotency i where actor = ${actor} and key = ${key}`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  return row.request_hash.equals(hash) ? { answer: row.answer } : 'other-request';
}

/** Keeps the first answer. */
export async function keepFirstAnswer(
  tx: Tx,
  { actor, key, hash, answer, at }: Repeatable & { answer: unknown; at: Date },
): Promise<void> {
  const sealed = await sealedAnswer.seal(tx, actor, `${actor}/${key}`, { answer });
  await sql`insert into platform.idempotency (actor, key, request_hash, status, sealed, at)
    values (${actor}, ${key}, ${hash}, 200, ${sealed}, ${at})`.execute(tx);
}
