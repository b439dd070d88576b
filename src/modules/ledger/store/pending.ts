import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { PublicFacts } from '../leaf/leaf.ts';

/** An act that waits for its place in the log. */
export interface Pending {
  readonly kind: string;
  readonly subject: string;
  readonly n: number;
  readonly at: Date;
  readonly facts: PublicFacts;
  readonly salt: Buffer;
  readonly commitment: Buffer;
  /** Hash of the subject as the act left it. */
  readonly after: Buffer | null;
}

export async function insertPending(tx: Tx, pending: Pending): Promise<void> {
  const { kind, subject, n, at, facts, salt, commitment, after } = pending;
  await sql`/* unanswered */
    insert into ledger.pending (kind, subject, n, at, facts, salt, commitment, after)
    values (${kind}, ${subject}, ${n}, ${at}, ${JSON.stringify(facts)}, ${salt}, ${commitment}, ${after})`.execute(
    tx,
  );
}

/**
 * Takes the oldest out. What commits later under a lower number is taken next time: the acts of one subject wait for
 * each other by the lock of their row, so their order holds.
 */
export async function takePending(tx: Tx, limit: number): Promise<Pending[]> {
  const { rows } = await sql<Omit<Pending, 'at'> & { seq: number; ms: number }>`/* prepared */
    delete from ledger.pending
     where seq in (select seq from ledger.pending order by seq limit ${limit})
    returning seq, kind, subject, n, (extract(epoch from at) * 1000)::float8 as ms, facts, salt, commitment, after`.execute(
    tx,
  );
  return rows
    .toSorted((one, other) => one.seq - other.seq)
    .map(({ ms, ...rest }) => ({ ...rest, at: new Date(Math.round(ms)) }));
}

/** How many acts of a subject wait. */
export async function countPending(tx: Tx, kind: string, subject: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ledger.pending where kind = ${kind} and subject = ${subject}`.execute(tx);
  return rows[0]!.count;
}
