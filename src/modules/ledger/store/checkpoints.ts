import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Hash } from '../merkle/hash.ts';

/** A signed state of the log with what witnesses signed under it. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  /** Text and signatures of the log. */
  readonly note: string;
  readonly madeAt: Date;
  readonly quorumAt: Date | null;
  readonly publishedAt: Date | null;
  readonly cosignatures: readonly Cosignature[];
}

interface Cosignature {
  readonly witness: string;
  readonly line: string;
  readonly at: Date;
}

export async function insertCheckpoint(
  tx: Tx,
  one: Omit<StoredCheckpoint, 'quorumAt' | 'publishedAt' | 'cosignatures'>,
): Promise<void> {
  await sql`/* prepared */
    insert into ledger.checkpoint (size, root, note, made_at)
    values (${one.size}, ${one.root}, ${one.note}, ${one.madeAt})`.execute(tx);
}

interface Row extends Omit<StoredCheckpoint, 'cosignatures'> {
  cosignatures: readonly (Omit<Cosignature, 'at'> & { at: string })[];
}

const select = sql`
  select c.size, c.root, c.note, c.made_at as "madeAt", c.quorum_at as "quorumAt", c.published_at as "publishedAt",
         coalesce((select jsonb_agg(jsonb_build_object('witness', s.witness, 'line', s.line, 'at', s.at) order by s.at, s.witness)
                     from ledger.cosignature s where s.size = c.size), '[]') as cosignatures
    from ledger.checkpoint c`;

/** The newest checkpoint, shown to everybody or not. */
export async function findLatest(tx: Tx): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<Row>`${select} order by c.size desc limit 1`.execute(tx);
  return rows[0] && toCheckpoint(rows[0]);
}

/** The newest checkpoint that was shown to everybody. */
export async function findPublished(tx: Tx): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<Row>`
    ${select} where c.published_at is not null order by c.size desc limit 1`.execute(tx);
  return rows[0] && toCheckpoint(rows[0]);
}

/** The earliest checkpoint that covers a leaf, of those that are kept. */
export async function findCovering(tx: Tx, index: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<Row>`
    ${select} where c.size > ${index} order by c.size limit 1`.execute(tx);
  return rows[0] && toCheckpoint(rows[0]);
}

/** Takes in what a witness signed. */
export async function insertCosignature(
  tx: Tx,
  size: number,
  { witness, line, at }: Cosignature,
): Promise<void> {
  await sql`
    insert into ledger.cosignature (size, witness, line, at) values (${size}, ${witness}, ${line}, ${at})
    on conflict (size, witness) do nothing`.execute(tx);
}

/** What witnesses signed under the checkpoint of a size. */
export async function listCosignatures(tx: Tx, size: number): Promise<Cosignature[]> {
  const { rows } = await sql<Cosignature>`
    select witness, line, at from ledger.cosignature where size = ${size} order by at, witness`.execute(
    tx,
  );
  return rows;
}

/** Shows a checkpoint to everybody. */
export async function updatePublished(
  tx: Tx,
  size: number,
  at: Date,
  hasQuorum: boolean,
): Promise<void> {
  await sql`
    update ledger.checkpoint
       set published_at = coalesce(published_at, ${at}),
           quorum_at = case when ${hasQuorum} then coalesce(quorum_at, ${at}) else quorum_at end
     where size = ${size}`.execute(tx);
}

/**
 * Takes away checkpoints made before an instant but for the last one of each hour: receipts carry their own, and the
 * log proves its past by the later ones. Cosignatures go with them.
 */
export async function deleteOldCheckpoints(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    delete from ledger.checkpoint c
     where c.made_at < ${before}
       and exists (select from ledger.checkpoint later
                    where later.size > c.size
                      and date_trunc('hour', later.made_at) = date_trunc('hour', c.made_at))
    returning size`.execute(tx);
  const sizes = rows.map(({ size }) => size);
  await sql`delete from ledger.cosignature where size = any(${sizes}::bigint[])`.execute(tx);
  return sizes.length;
}

function toCheckpoint(row: Row): StoredCheckpoint {
  return {
    ...row,
    cosignatures: row.cosignatures.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}
