import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** What a reader of the public ledger looks for. */
interface LeafFilter {
  readonly procedure?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: string | undefined;
  /** Only entries before this place. */
  readonly before: number;
}

/** An entry as lists show it. */
interface ListedLeaf {
  readonly idx: number;
  readonly body: Buffer;
}

/** Entries, the latest first. */
export async function listLeaves(
  tx: Tx,
  { procedure, unit, state, before }: LeafFilter,
  limit: number,
): Promise<ListedLeaf[]> {
  const conditions = [
    sql`idx < ${before}`,
    ...(procedure === undefined ? [] : [sql`procedure = ${procedure}`]),
    ...(unit === undefined ? [] : [sql`unit = ${unit}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
  ];
  const { rows } = await sql<ListedLeaf>`
    select idx, body from ledger.leaf where ${sql.join(conditions, sql` and `)}
     order by idx desc limit ${limit}`.execute(tx);
  return rows;
}
