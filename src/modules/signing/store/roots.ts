import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A root in which the office trusts when it judges signatures of others. */
export interface TrustedRoot {
  readonly id: string;
  readonly name: string;
  readonly certificate: Buffer;
  readonly source: string;
  readonly addedAt: Date;
  readonly endedAt: Date | null;
}

export async function listRoots(tx: Tx): Promise<TrustedRoot[]> {
  const { rows } = await sql<TrustedRoot>`
    select id, name, certificate, source, added_at as "addedAt", ended_at as "endedAt"
      from signing.root order by ended_at nulls first, added_at, id`.execute(tx);
  return rows;
}

/** Trusts a root from now on, also one that was trusted before. */
export async function insertRoot(
  tx: Tx,
  root: Omit<TrustedRoot, 'endedAt'> & { readonly addedBy: string },
): Promise<void> {
  await sql`
    insert into signing.root (id, name, certificate, source, added_by, added_at)
    values (${root.id}, ${root.name}, ${root.certificate}, ${root.source}, ${root.addedBy}, ${root.addedAt})
    on conflict (certificate) do update
      set ended_at = null, source = excluded.source, added_by = excluded.added_by, added_at = excluded.added_at`.execute(
    tx,
  );
}

/** Trusts it no more. False when that was so. */
export async function updateRootEnded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update signing.root set ended_at = ${at} where id = ${id} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
