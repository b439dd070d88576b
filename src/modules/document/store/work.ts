import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { BoundPart, DevelopedPage, Medium, Turn } from '../darkroom/index.ts';

/** Whoever began longer ago than this has died. */
const patience = '2 minutes';

/** A file that somebody has begun to check. */
interface ClaimedFile {
  readonly id: string;
  readonly owner: string;
  readonly key: string;
  readonly attempts: number;
}

/**
 * Takes a file to be checked. Of all accounts with waiting files the one that was served longest ago comes first, so that
 * nobody who sends hundreds of files keeps others from their first. Undefined when nothing waits.
 */
export async function claimFile(tx: Tx, at: Date): Promise<ClaimedFile | undefined> {
  const { rows } = await sql<ClaimedFile>`
    update document.file set state = 'checking', tried_at = ${at}, attempts = attempts + 1
    where id = (
      select file.id from document.file file
      cross join lateral (
        select max(tried_at) as served_at from document.file as own where own.uploaded_by = file.uploaded_by) account
      where file.state = 'uploaded'
        or (file.state = 'checking' and file.tried_at < ${at}::timestamptz - ${patience}::interval)
      order by account.served_at nulls first, file.uploaded_at, file.id limit 1 for update of file skip locked)
    returning id, owner, key, attempts`.execute(tx);
  return rows[0];
}

/** Keeps what a file was found to be, unless it was taken away meanwhile. */
export async function updateDeveloped(
  tx: Tx,
  id: string,
  developed: {
    medium: Medium;
    pagesKey: string;
    pages: readonly { doubt: DevelopedPage['doubt']; previewKey: string | undefined }[];
  },
): Promise<void> {
  const { rows } = await sql`
    update document.file set state = 'ready', medium = ${developed.medium}, pages_key = ${developed.pagesKey}
    where id = ${id} and state = 'checking' returning id`.execute(tx);
  if (rows.length === 0) return;
  const pages = developed.pages.map(({ doubt, previewKey }, i) => ({
    no: i + 1,
    doubt,
    preview_key: previewKey,
  }));
  await sql`
    insert into document.page (file_id, no, doubt, preview_key)
    select ${id}, no, doubt, preview_key
    from jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) as page (no int, doubt text, preview_key text)`.execute(
    tx,
  );
}

export async function updateSpoiled(tx: Tx, id: string, spoiled: string): Promise<void> {
  await sql`
    update document.file set state = 'rejected', spoiled = ${spoiled} where id = ${id} and state = 'checking'`.execute(
    tx,
  );
}

/** Lets a file wait again that nobody could check. */
export async function updateUnchecked(tx: Tx, id: string): Promise<void> {
  await sql`
    update document.file set state = 'uploaded', attempts = attempts - 1 where id = ${id} and state = 'checking'`.execute(
    tx,
  );
}

/** What is needed to bind a paper of a revision. */
export interface Unbound {
  readonly owner: string;
  readonly code: string;
  readonly revision: number;
  readonly attempts: number;
  readonly parts: readonly { readonly pagesKey: string; readonly pages: BoundPart['pages'] }[];
}

/** Takes a paper all of whose files are ready and whose PDF is not: this one, or any. */
export async function claimPaper(
  tx: Tx,
  at: Date,
  which?: { owner: string; code: string },
): Promise<Unbound | undefined> {
  const { rows } = await sql<Omit<Unbound, 'parts'>>`
    update document.paper set tried_at = ${at}, attempts = attempts + 1
    where (owner, code) = (
      select owner, code from document.paper paper
      where bound_revision is distinct from revision and attempts < 5
        and (tried_at is null or tried_at < ${at}::timestamptz - ${patience}::interval)
        and (${which?.owner ?? null}::uuid is null or (owner = ${which?.owner ?? null} and code = ${which?.code ?? null}))
        and exists (select from document.file where owner = paper.owner and paper = paper.code and removed_at is null)
        and not exists (select from document.file where owner = paper.owner and paper = paper.code
          and removed_at is null and state <> 'ready')
      order by tried_at nulls first limit 1 for update skip locked)
    returning owner, code, revision, attempts`.execute(tx);
  const [claimed] = rows;
  return claimed && { ...claimed, parts: await listParts(tx, claimed.owner, claimed.code) };
}

async function listParts(tx: Tx, owner: string, code: string): Promise<Unbound['parts']> {
  const { rows } = await sql<{ pagesKey: string; pages: { no: number; turn: Turn }[] | null }>`
    select file.pages_key as "pagesKey",
      (select jsonb_agg(jsonb_build_object('no', no, 'turn', turn) order by no)
       from document.page where file_id = file.id and not dropped) as pages
    from document.file file
    where owner = ${owner} and paper = ${code} and removed_at is null
    order by position, id`.execute(tx);
  return rows.flatMap(({ pagesKey, pages }) => (pages ? [{ pagesKey, pages }] : []));
}

/** Keeps the PDF of a paper, unless the paper changed while it was bound. */
export async function updateBound(
  tx: Tx,
  { owner, code, revision }: Unbound,
  bound: { key: string; sha256: string; pages: number; size: number; at: Date },
): Promise<void> {
  await sql`
    update document.paper set bound_revision = revision, bound_key = ${bound.key}, bound_sha256 = ${bound.sha256},
      bound_pages = ${bound.pages}, bound_size = ${bound.size}, bound_at = ${bound.at}, tried_at = null, attempts = 0
    where owner = ${owner} and code = ${code} and revision = ${revision}`.execute(tx);
}
