import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { PaperFile } from '../papers/paper.ts';

export type NewFile = Pick<
  PaperFile,
  'id' | 'owner' | 'paper' | 'name' | 'size' | 'key' | 'sha256' | 'spoiled' | 'uploadedAt'
> & {
  readonly uploadedBy: string;
};

/** Appends a file to its paper. */
export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await sql`
    insert into document.file (id, owner, paper, position, name, size, key, sha256, state, spoiled, uploaded_at, uploaded_by)
    values (${file.id}, ${file.owner}, ${file.paper},
      (select coalesce(max(position), 0) + 1 from document.file where owner = ${file.owner} and paper = ${file.paper}),
      ${file.name}, ${file.size}, ${file.key ?? null}, ${file.sha256 ?? null},
      ${file.spoiled === undefined ? 'uploaded' : 'rejected'}, ${file.spoiled ?? null},
      ${file.uploadedAt}, ${file.uploadedBy})`.execute(tx);
}

/** Takes a file out of its paper; one that was handed in is kept apart, any other is forgotten. */
export async function deleteFile(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update document.file set removed_at = ${at} where id = ${id} and filed`.execute(tx);
  await sql`delete from document.file where id = ${id} and not filed`.execute(tx);
}

/** Puts the files of a paper into this order. */
export async function updateOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update document.file set position = place.position
    from unnest(${[...ids]}::uuid[]) with ordinality as place (id, position)
    where file.id = place.id`.execute(tx);
}

export async function updateTurn(
  tx: Tx,
  fileId: string,
  no: number,
  degrees: number,
): Promise<void> {
  await sql`
    update document.page set turn = (turn + ${degrees}) % 360 where file_id = ${fileId} and no = ${no}`.execute(
    tx,
  );
}

export async function updateDropped(
  tx: Tx,
  fileId: string,
  no: number,
  isDropped: boolean,
): Promise<void> {
  await sql`
    update document.page set dropped = ${isDropped} where file_id = ${fileId} and no = ${no}`.execute(
    tx,
  );
}

/** Notes for all doubtful pages of a paper that a person finds them readable. */
export async function updateConfirmed(
  tx: Tx,
  owner: string,
  paper: string,
  at: Date,
): Promise<void> {
  await sql`
    update document.page set confirmed_at = ${at}
    from document.file file
    where file.id = page.file_id and file.owner = ${owner} and file.paper = ${paper} and file.removed_at is null
      and page.doubt is not null and page.confirmed_at is null and not page.dropped`.execute(tx);
}

/** All keys in the store of files that the papers of an owner name. */
export async function listKeysOf(tx: Tx, owner: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from document.file where owner = ${owner} and key is not null
    union select pages_key from document.file where owner = ${owner} and pages_key is not null
    union select preview_key from document.page join document.file on file.id = file_id
     where owner = ${owner} and preview_key is not null
    union select bound_key from document.paper where owner = ${owner} and bound_key is not null`.execute(
    tx,
  );
  return rows.map((row) => row.key);
}

/** All keys in the store of files that this module still needs. */
export async function listNeededKeys(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from document.file where key is not null
    union select pages_key from document.file where pages_key is not null
    union select preview_key from document.page where preview_key is not null
    union select bound_key from document.paper where bound_key is not null
    union select key from document.issued where key is not null
    union select stage_key from document.issued where stage_key is not null
    union select unnest(parts) from document.upload`.execute(tx);
  return new Set(rows.map((row) => row.key));
}
