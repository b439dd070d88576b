import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A leaf as it is stored, with its copies and what opens it. */
export interface StoredLeaf {
  readonly idx: number;
  readonly body: Buffer;
  readonly kind: string;
  readonly at: Date;
  readonly caseId: Buffer;
  readonly procedure: string | null;
  readonly verb: string | null;
  readonly state: string | null;
  readonly unit: string | null;
  readonly opening: StoredOpening | null;
}

interface StoredOpening {
  readonly kind: string;
  readonly subject: string;
  readonly n: number;
  readonly salt: Buffer;
  readonly after: Buffer | null;
}

interface Row extends Omit<StoredLeaf, 'opening' | 'at'> {
  ms: number;
  openingKind: string | null;
  subject: string;
  n: number;
  salt: Buffer;
  after: Buffer | null;
}

/** Leaves from a place on, in order. */
export async function listStoredLeaves(tx: Tx, from: number, limit: number): Promise<StoredLeaf[]> {
  const { rows } = await sql<Row>`
    select l.idx, l.body, l.kind, (extract(epoch from l.at) * 1000)::float8 as ms, l.case_id as "caseId", l.procedure, l.verb, l.state, l.unit,
           o.kind as "openingKind", o.subject, o.n, o.salt, o.after
      from ledger.leaf l left join ledger.opening o on o.idx = l.idx
     where l.idx >= ${from} order by l.idx limit ${limit}`.execute(tx);
  return rows.map(({ openingKind, subject, n, salt, after, ms, ...leaf }) => ({
    ...leaf,
    at: new Date(Math.round(ms)),
    opening: openingKind === null ? null : { kind: openingKind, subject, n, salt, after },
  }));
}

/** A place in the log with what opens it and the leaf itself. */
export interface Match extends StoredOpening {
  readonly idx: number;
  readonly body: Buffer;
}

/** What the log holds of rows of a source, by subject. */
export async function listMatches(
  tx: Tx,
  kind: string,
  subjects: readonly string[],
): Promise<Match[]> {
  const { rows } = await sql<Match>`
    select o.idx, o.kind, o.subject, o.n, o.salt, o.after, l.body
      from ledger.opening o join ledger.leaf l on l.idx = o.idx
     where o.kind = ${kind} and o.subject = any(${subjects}::uuid[])`.execute(tx);
  return rows;
}

/** Acts that wait, by kind and subject and n. */
export async function listWaiting(
  tx: Tx,
): Promise<{ kind: string; subject: string; n: number; at: Date; wait: number }[]> {
  const { rows } = await sql<{ kind: string; subject: string; n: number; at: Date; wait: number }>`
    select kind, subject, n, at, extract(epoch from now() - entered_at)::float8 as wait
      from ledger.pending order by seq`.execute(tx);
  return rows;
}

/** Openings beyond the end of the log, which nothing explains. */
export async function listStrayOpenings(tx: Tx, size: number): Promise<number[]> {
  const { rows } = await sql<{ idx: number }>`
    select idx from ledger.opening o
     where idx >= ${size} or not exists (select from ledger.leaf l where l.idx = o.idx)`.execute(
    tx,
  );
  return rows.map(({ idx }) => idx);
}

interface StoredTile {
  readonly level: number;
  readonly n: number;
  readonly hashes: Buffer;
}

/** Tiles in order, from one on. */
export async function listTiles(
  tx: Tx,
  after: { readonly level: number; readonly n: number } | null,
  limit: number,
): Promise<StoredTile[]> {
  const { level, n } = after ?? { level: -1, n: -1 };
  const { rows } = await sql<StoredTile>`
    select level, n, hashes from ledger.tile where (level, n) > (${level}::int, ${n}::bigint)
     order by level, n limit ${limit}`.execute(tx);
  return rows;
}

export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

/** All checkpoints by size. */
export async function listCheckpoints(tx: Tx): Promise<SignedCheckpoint[]> {
  const { rows } = await sql<SignedCheckpoint>`
    select size, root, note from ledger.checkpoint order by size`.execute(tx);
  return rows;
}

/** All cosignatures with the size that they stand under. */
export async function listAllCosignatures(
  tx: Tx,
): Promise<{ size: number; witness: string; line: string; at: Date }[]> {
  const { rows } = await sql<{ size: number; witness: string; line: string; at: Date }>`
    select size, witness, line, at from ledger.cosignature`.execute(tx);
  return rows;
}
