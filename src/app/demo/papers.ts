import { sql } from 'kysely';
import type { FiledPaper } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { StoredFile } from '#/platform/files/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import { nobodysFiles, type SealedFiles } from '#/platform/sealed-files/index.ts';
import { newId } from '#/values/id.ts';

/** What all papers of the demo look like: one page that says so, and a better picture of it. */
export interface Sample {
  readonly first: StoredFile;
  readonly better: StoredFile;
}

/** Prints the sample pages and puts them into the store of files. */
export async function makeSample({
  papersmith,
  files,
}: {
  papersmith: Papersmith;
  files: SealedFiles;
}): Promise<Sample> {
  const print = async (note: string) =>
    files.put('papers', await papersmith.print({ template: page, data: { note } }), nobodysFiles);
  return { first: await print('Bản chụp lần đầu'), better: await print('Bản chụp lại, rõ hơn') };
}

const page = `#let data = json(bytes(sys.inputs.data))
#set document(title: "Giấy tờ minh họa")
#set page(paper: "a4", margin: 3cm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
= Giấy tờ minh họa
Trang này thay cho giấy tờ thật trong dữ liệu chạy thử. Mọi tên, số và địa chỉ trong bản chạy thử đều do máy nghĩ ra.

#data.note`;

/** Puts the sample in as the papers of an owner, checked and bound, in place of what was there. */
export async function putPapers(
  tx: Tx,
  owner: string,
  papers: readonly Pick<FiledPaper, 'code'>[],
  { key, sha256, size }: StoredFile,
  { accountId, at }: Actor,
): Promise<void> {
  for (const { code } of papers) {
    await sql`update document.file set removed_at = ${at}
      where owner = ${owner} and paper = ${code} and removed_at is null`.execute(tx);
    await sql`
      insert into document.paper as paper (owner, code, revision, bound_revision, bound_key, bound_sha256, bound_pages, bound_size, bound_at)
      values (${owner}, ${code}, 1, 1, ${key}, ${sha256}, 1, ${size}, ${at})
      on conflict (owner, code) do update set revision = paper.revision + 1, bound_revision = paper.revision + 1,
        bound_key = excluded.bound_key, bound_sha256 = excluded.bound_sha256, bound_size = excluded.bound_size,
        bound_at = excluded.bound_at`.execute(tx);
    const id = newId();
    await sql`
      insert into document.file (id, owner, paper, position, name, size, key, sha256, medium, state, pages_key, uploaded_at, uploaded_by, filed)
      values (${id}, ${owner}, ${code}, 1, 'ban-chup.pdf', ${size}, ${key}, ${sha256}, 'pdf', 'ready', ${key}, ${at}, ${accountId}, true)`.execute(
      tx,
    );
    await sql`insert into document.page (file_id, no) values (${id}, 1)`.execute(tx);
  }
}

/**
 * Runs a hand-over as if the documents were printed. The demo tells a past in which they were; they are really
 * printed by the job, soon after its transaction.
 */
export async function withPrintedPapers<T>(
  tx: Tx,
  dossierId: string,
  handOver: () => Promise<T>,
): Promise<T> {
  const waiting = sql`owner = ${dossierId} and state = 'waiting'`;
  const { rows } = await sql<{ id: string }>`
    update document.issued set state = 'printed', key = 'demo', printed_at = requested_at where ${waiting} returning id`.execute(
    tx,
  );
  const outcome = await handOver();
  await sql`
    update document.issued set state = 'waiting', key = null, printed_at = null
     where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
  return outcome;
}

/** When a dossier is due; null before it is accepted. */
export async function findDueAt(tx: Tx, dossierId: string): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select due_at from dossier.dossier where id = ${dossierId}`.execute(tx);
  return rows[0]?.due_at ?? null;
}
