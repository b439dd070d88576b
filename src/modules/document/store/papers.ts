import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Doubt, Medium, Turn } from '../darkroom/index.ts';
import {
  openDoubts,
  paperState,
  type BoundPdf,
  type FileState,
  type Paper,
  type PaperFile,
} from '../papers/paper.ts';

/**
 * Notes that a paper changes, and locks it until the transaction ends: two people who change one paper follow one
 * another. The bound PDF is out of date from now on.
 */
export async function changePaper(tx: Tx, owner: string, code: string): Promise<void> {
  await sql`
    insert into document.paper as paper (owner, code) values (${owner}, ${code})
    on conflict (owner, code) do update set revision = paper.revision + 1, attempts = 0, tried_at = null`.execute(
    tx,
  );
}

/** The papers of a draft or dossier that have files, with files and pages in order; one of them when `code` is given. */
export async function listPapers(tx: Tx, owner: string, code?: string): Promise<Paper[]> {
  const { rows: papers } = await sql<PaperRow>`
    select owner, code, revision, bound_revision, bound_key, bound_sha256, bound_pages, bound_size, bound_at
    from document.paper
    where owner = ${owner} and (${code ?? null}::text is null or code = ${code ?? null})
    order by code`.execute(tx);
  if (papers.length === 0) return [];
  const { rows } = await sql<FileRow>`
    select file.*, coalesce((
      select jsonb_agg(jsonb_build_object('no', page.no, 'turn', page.turn, 'isDropped', page.dropped,
        'doubt', page.doubt, 'isConfirmed', page.confirmed_at is not null, 'previewKey', page.preview_key) order by page.no)
      from document.page page where page.file_id = file.id), '[]') as pages
    from document.file file
    where owner = ${owner} and removed_at is null and (${code ?? null}::text is null or paper = ${code ?? null})
    order by position, id`.execute(tx);
  return papers
    .map((paper) => toPaper(paper, rows.filter((row) => row.paper === paper.code).map(toFile)))
    .filter((paper) => paper.files.length > 0);
}

/** Where a file belongs, as long as it is part of a paper. */
export async function findPlaceOfFile(
  tx: Tx,
  id: string,
): Promise<{ owner: string; paper: string } | undefined> {
  const { rows } = await sql<{ owner: string; paper: string }>`
    select owner, paper from document.file where id = ${id} and removed_at is null`.execute(tx);
  return rows[0];
}

/** Gives the papers of one owner to another, as handed in. Those that the other has under the same codes are replaced but kept. */
export async function updateOwner(tx: Tx, from: string, to: string): Promise<void> {
  await sql`/* beyond: to a dossier that is not there yet */
    update document.file set removed_at = now()
    where owner = ${to} and removed_at is null
      and paper in (select paper from document.file where owner = ${from} and removed_at is null)`.execute(
    tx,
  );
  await sql`/* beyond: to a dossier that is not there yet */
    insert into document.paper as paper
      (owner, code, bound_revision, bound_key, bound_sha256, bound_pages, bound_size, bound_at)
    select ${to}, code, case when bound_revision = revision then 1 end, case when bound_revision = revision then bound_key end,
      bound_sha256, bound_pages, bound_size, bound_at
    from document.paper where owner = ${from}
    on conflict (owner, code) do update set revision = paper.revision + 1, attempts = 0, tried_at = null,
      bound_revision = case when excluded.bound_key is null then null else paper.revision + 1 end,
      bound_key = excluded.bound_key, bound_sha256 = excluded.bound_sha256,
      bound_pages = excluded.bound_pages, bound_size = excluded.bound_size, bound_at = excluded.bound_at`.execute(
    tx,
  );
  await sql`/* beyond: to a dossier that is not there yet */
    update document.file set owner = ${to}, filed = true where owner = ${from}`.execute(tx);
  await sql`/* beyond: to a dossier that is not there yet */
    delete from document.paper where owner = ${from}`.execute(tx);
}

/** Notes that the papers of an owner are handed in as they are now. */
export async function updateFiled(tx: Tx, owner: string): Promise<void> {
  await sql`update document.file set filed = true where owner = ${owner}`.execute(tx);
}

/** Forgets everything of an owner whose papers were never handed in. */
export async function deletePapers(tx: Tx, owner: string): Promise<void> {
  await sql`delete from document.file where owner = ${owner} and not filed`.execute(tx);
  await sql`
    delete from document.paper paper where owner = ${owner}
      and not exists (select from document.file where owner = paper.owner and paper = paper.code)`.execute(
    tx,
  );
}

interface PaperRow {
  owner: string;
  code: string;
  revision: number;
  bound_revision: number | null;
  bound_key: string | null;
  bound_sha256: string | null;
  bound_pages: number | null;
  bound_size: number | null;
  bound_at: Date | null;
}

interface FileRow {
  id: string;
  owner: string;
  paper: string;
  name: string;
  size: number;
  key: string | null;
  sha256: string | null;
  medium: Medium | null;
  state: FileState;
  spoiled: string | null;
  pages_key: string | null;
  uploaded_at: Date;
  pages: {
    no: number;
    turn: Turn;
    isDropped: boolean;
    doubt: Doubt | null;
    isConfirmed: boolean;
    previewKey: string | null;
  }[];
}

function toPaper(row: PaperRow, files: readonly PaperFile[]): Paper {
  const bound = row.bound_revision === row.revision ? toBound(row) : undefined;
  const state = paperState(files, bound !== undefined);
  return {
    owner: row.owner,
    code: row.code,
    state,
    files,
    bound: state === 'ready' ? bound : undefined,
    doubts: openDoubts(files),
  };
}

function toBound(row: PaperRow): BoundPdf {
  return {
    key: row.bound_key!,
    sha256: row.bound_sha256!,
    pages: row.bound_pages!,
    size: row.bound_size!,
    at: row.bound_at!,
  };
}

function toFile(row: FileRow): PaperFile {
  return {
    id: row.id,
    owner: row.owner,
    paper: row.paper,
    name: row.name,
    size: row.size,
    key: row.key ?? undefined,
    sha256: row.sha256 ?? undefined,
    medium: row.medium ?? undefined,
    state: row.state,
    spoiled: row.spoiled ?? undefined,
    pagesKey: row.pages_key ?? undefined,
    uploadedAt: row.uploaded_at,
    pages: row.pages.map(({ doubt, previewKey, ...page }) => ({
      ...page,
      doubt: doubt ?? undefined,
      previewKey: previewKey ?? undefined,
    })),
  };
}
