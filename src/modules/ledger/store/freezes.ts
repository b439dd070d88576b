import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A time in which the log stood still. */
export interface Freeze {
  readonly id: string;
  readonly at: Date;
  readonly witness: string;
  /** A checkpoint signed by our own key that our log does not continue. */
  readonly evidence: string;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

export async function insertFreeze(
  tx: Tx,
  { id, at, witness, evidence }: Pick<Freeze, 'id' | 'at' | 'witness' | 'evidence'>,
): Promise<void> {
  await sql`
    insert into ledger.freeze (id, at, witness, evidence) values (${id}, ${at}, ${witness}, ${evidence})`.execute(
    tx,
  );
}

/** All freezes, the latest first. */
export async function listFreezes(tx: Tx): Promise<Freeze[]> {
  const { rows } = await sql<Freeze>`
    select id, at, witness, evidence, ended_at as "endedAt", end_reason as "endReason"
      from ledger.freeze order by at desc`.execute(tx);
  return rows;
}

/** Ends all freezes that last. */
export async function updateFreezesEnded(
  tx: Tx,
  ended: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await sql`
    update ledger.freeze set ended_at = ${ended.at}, ended_by = ${ended.by}, end_reason = ${ended.reason}
     where ended_at is null`.execute(tx);
}
