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

/**
 * Writes leaves and what opens them. Bytes go as one piece each and are cut by the database: as arrays of text they
 * would cost more than everything else here.
 */
export async function insertLeaves(tx: Tx, leaves: readonly NewLeaf[]): Promise<void> {
  const list = <T>(of: (leaf: NewLeaf) => T) => leaves.map(of);
  const join = (of: (leaf: NewLeaf) => Buffer) => Buffer.concat(leaves.map(of));
  let end = 1;
  const starts = list(({ body }) => (end += body.length) - body.length);
  await sql`/* prepared */
    with given as (
      select ${leaves[0]!.idx}::bigint + no - 1 as idx, *,
             substring(${join((leaf) => leaf.body)}::bytea from start for length) as body,
             substring(${join((leaf) => leaf.caseId)}::bytea from (no * 16 - 15)::int for 16) as case_id,
             substring(${join((leaf) => leaf.salt)}::bytea from (no * 32 - 31)::int for 32) as salt
        from unnest(${starts}::int[], ${list(({ body }) => body.length)}::int[],
          ${list((leaf) => leaf.kind)}::text[], ${list((leaf) => leaf.at.getTime())}::float8[],
          ${list((leaf) => leaf.facts.procedure ?? null)}::text[], ${list((leaf) => leaf.facts.verb ?? null)}::text[],
          ${list((leaf) => leaf.facts.state ?? null)}::text[], ${list((leaf) => leaf.facts.unit ?? null)}::text[],
          ${list((leaf) => leaf.subject)}::uuid[], ${list((leaf) => leaf.n)}::int[], ${list((leaf) => leaf.after)}::bytea[])
        with ordinality as given (start, length, kind, ms, procedure, verb, state, unit, subject, n, after, no)),
    leaves as (
      insert into ledger.leaf (idx, body, kind, at, case_id, procedure, verb, state, unit)
      select idx, body, kind, to_timestamp(ms / 1000), case_id, procedure, verb, state, unit from given)
    insert into ledger.opening (idx, kind, subject, n, salt, after)
    select idx, kind, subject, n, salt, after from given`.execute(tx);
}

/** The bodies of leaves from one place up to, not including, another. */
export async function listBodies(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await sql<{ body: Buffer }>`
    select body from ledger.leaf where idx >= ${from} and idx < ${to} order by idx`.execute(tx);
  return rows.map(({ body }) => body);
}

/** What opens a leaf. */
interface Opening {
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
