import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { PublicFacts } from '../leaf/leaf.ts';

/** A leaf with its place, what lists need of it, and what opens it. */
export interface NewLeaf {
  readonly idx: number;
  readonly body: Buffer;
  readonly kind: string;
  readonly at: Date;
  readonly caseId: Buffer;
  readonly facts: PublicFacts;
  readonly subject: string;
  readonly n: number;
  readonly salt: Buffer;
  readonly after: Buffer | null;
}

export async function insertLeaves(tx: Tx, leaves: readonly NewLeaf[]): Promise<void> {
  const list = <T>(of: (leaf: NewLeaf) => T) => leaves.map(of);
  const idx = list((leaf) => leaf.idx);
  const kind = list((leaf) => leaf.kind);
  await sql`/* prepared */
    insert into ledger.leaf (idx, body, kind, at, case_id, procedure, verb, state, unit)
    select * from unnest(
      ${idx}::bigint[], ${list((leaf) => leaf.body)}::bytea[], ${kind}::text[], ${list((leaf) => leaf.at)}::timestamptz[],
      ${list((leaf) => leaf.caseId)}::bytea[], ${list((leaf) => leaf.facts.procedure ?? null)}::text[],
      ${list((leaf) => leaf.facts.verb ?? null)}::text[], ${list((leaf) => leaf.facts.state ?? null)}::text[],
      ${list((leaf) => leaf.facts.unit ?? null)}::text[])`.execute(tx);
  await sql`/* prepared */
    insert into ledger.opening (idx, kind, subject, n, salt, after)
    select * from unnest(${idx}::bigint[], ${kind}::text[], ${list((leaf) => leaf.subject)}::uuid[],
      ${list((leaf) => leaf.n)}::int[], ${list((leaf) => leaf.salt)}::bytea[], ${list((leaf) => leaf.after)}::bytea[])`.execute(
    tx,
  );
}

/** The bodies of leaves from one place up to, not including, another. */
export async function listBodies(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await sql<{ body: Buffer }>`
    select body from ledger.leaf where idx >= ${from} and idx < ${to} order by idx`.execute(tx);
  return rows.map(({ body }) => body);
}

/** What opens a leaf. */
export interface Opening {
  readonly idx: number;
  readonly n: number;
  readonly salt: Buffer;
  readonly after: Buffer | null;
}

/** What opens the leaves of a subject, in order. */
export async function listOpenings(tx: Tx, kind: string, subject: string): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select idx, n, salt, after from ledger.opening
     where kind = ${kind} and subject = ${subject} order by n, idx`.execute(tx);
  return rows;
}

/** Erases the link between a subject and its leaves, salts included. Returns how many leaves say nothing from now on. */
export async function deleteOpenings(tx: Tx, kind: string, subject: string): Promise<number> {
  const { rows } = await sql`
    delete from ledger.opening where kind = ${kind} and subject = ${subject} returning idx`.execute(
    tx,
  );
  return rows.length;
}
