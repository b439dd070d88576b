import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** The authority of a demonstration. */
export interface KeptAuthority {
  readonly sealed: Buffer;
  readonly root: Buffer;
  readonly issuing: Buffer;
  readonly madeAt: Date;
}

export async function findDemoAuthority(tx: Tx): Promise<KeptAuthority | undefined> {
  const { rows } = await sql<KeptAuthority>`
    select sealed, root, issuing, made_at as "madeAt" from signing.demo_authority`.execute(tx);
  return rows[0];
}

/** Keeps it. False when another process was faster. */
export async function insertDemoAuthority(tx: Tx, one: KeptAuthority): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into signing.demo_authority (sealed, root, issuing, made_at)
    values (${one.sealed}, ${one.root}, ${one.issuing}, ${one.madeAt}) on conflict (id) do nothing`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
