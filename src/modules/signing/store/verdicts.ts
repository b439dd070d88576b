import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

export async function insertVerdict(
  tx: Tx,
  { idHash, sealed, at }: { readonly idHash: Buffer; readonly sealed: Buffer; readonly at: Date },
): Promise<void> {
  await sql`insert into signing.verdict (id_hash, sealed, made_at) values (${idHash}, ${sealed}, ${at})`.execute(
    tx,
  );
}

export async function findVerdict(
  tx: Tx,
  idHash: Buffer,
  since: Date,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from signing.verdict where id_hash = ${idHash} and made_at > ${since}`.execute(
    tx,
  );
  return rows[0]?.sealed;
}

export async function deleteVerdicts(tx: Tx, before: Date): Promise<void> {
  await sql`delete from signing.verdict where made_at <= ${before}`.execute(tx);
}
