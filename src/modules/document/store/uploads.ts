import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A file that arrives in parts. */
export interface PartialUpload {
  readonly id: string;
  readonly owner: string;
  readonly paper: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  /** Keys of the parts in the store of files. */
  readonly parts: readonly string[];
  readonly begunAt: Date;
}

export async function insertUpload(
  tx: Tx,
  upload: Omit<PartialUpload, 'received' | 'parts'> & { readonly begunBy: string },
): Promise<void> {
  await sql`
    insert into document.upload (id, owner, paper, name, size, begun_at, begun_by)
    values (${upload.id}, ${upload.owner}, ${upload.paper}, ${upload.name}, ${upload.size},
      ${upload.begunAt}, ${upload.begunBy})`.execute(tx);
}

export async function findUpload(tx: Tx, id: string): Promise<PartialUpload | undefined> {
  const { rows } = await sql<PartialUpload>`
    select id, owner, paper, name, size, received, parts, begun_at as "begunAt"
    from document.upload where id = ${id}`.execute(tx);
  return rows[0];
}

/** Appends a part that begins at `offset`. False when another part took that place meanwhile. */
export async function appendPart(
  tx: Tx,
  id: string,
  offset: number,
  part: { key: string; size: number },
): Promise<boolean> {
  const { rows } = await sql`
    update document.upload set received = received + ${part.size}, parts = parts || ${part.key}::text
    where id = ${id} and received = ${offset} and received + ${part.size} <= size returning id`.execute(
    tx,
  );
  return rows.length === 1;
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await sql`delete from document.upload where id = ${id}`.execute(tx);
}

/** Forgets uploads that did not become whole. */
export async function deleteStaleUploads(tx: Tx, begunBefore: Date): Promise<void> {
  await sql`delete from document.upload where begun_at < ${begunBefore}`.execute(tx);
}
