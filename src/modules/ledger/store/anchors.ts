import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A checkpoint that was made known outside. */
export interface KeptAnchor {
  readonly size: number;
  readonly place: string;
  readonly note: string;
  readonly proof: Buffer;
  readonly at: Date;
}

export async function insertAnchor(tx: Tx, one: KeptAnchor): Promise<void> {
  await sql`
    insert into ledger.anchor (size, place, note, proof, at)
    values (${one.size}, ${one.place}, ${one.note}, ${one.proof}, ${one.at})
    on conflict (place, size) do nothing`.execute(tx);
}

/** Size of the last checkpoint that an anchor has; 0 when it has none. */
export async function findLastAnchored(tx: Tx, place: string): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select size from ledger.anchor where place = ${place} order by size desc limit 1`.execute(tx);
  return rows[0]?.size ?? 0;
}

/** The first anchored checkpoint that covers a leaf. */
export async function findAnchorOf(tx: Tx, index: number): Promise<KeptAnchor | undefined> {
  const { rows } = await sql<KeptAnchor>`
    select size, place, note, proof, at from ledger.anchor where size > ${index} order by size, place limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** The anchored checkpoint of a size, at a place or at the first one that has it. */
export async function findAnchor(
  tx: Tx,
  size: number,
  place: string | null = null,
): Promise<KeptAnchor | undefined> {
  const { rows } = await sql<KeptAnchor>`
    select size, place, note, proof, at from ledger.anchor
     where size = ${size} and (${place}::text is null or place = ${place}) order by place limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** The latest anchors, the newest first, of which proof and note are fetched one by one. */
export async function listAnchors(
  tx: Tx,
  limit: number,
): Promise<Pick<KeptAnchor, 'size' | 'place' | 'at'>[]> {
  const { rows } = await sql<Pick<KeptAnchor, 'size' | 'place' | 'at'>>`
    select size, place, at from ledger.anchor order by at desc, place limit ${limit}`.execute(tx);
  return rows;
}

/** The time-stamping authority of a demonstration. */
export interface DemoStamper {
  readonly sealed: Buffer;
  readonly issuing: Buffer;
  readonly root: Buffer;
  readonly madeAt: Date;
}

export async function findDemoStamper(tx: Tx): Promise<DemoStamper | undefined> {
  const { rows } = await sql<DemoStamper>`
    select sealed, issuing, root, made_at as "madeAt" from ledger.demo_stamper`.execute(tx);
  return rows[0];
}

/** Keeps it, or returns the one that another process had made before. */
export async function insertDemoStamper(tx: Tx, one: DemoStamper): Promise<DemoStamper> {
  await sql`
    insert into ledger.demo_stamper (sealed, issuing, root, made_at)
    values (${one.sealed}, ${one.issuing}, ${one.root}, ${one.madeAt}) on conflict (id) do nothing`.execute(
    tx,
  );
  return (await findDemoStamper(tx)) ?? one;
}
