import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { BoundPdf } from '../papers/paper.ts';

/** One PDF as the whole of a paper. */
export interface NewBound extends BoundPdf {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly by: string;
}

/** Makes a PDF the one file of a paper and at once what the paper is bound to; what was there is kept apart. */
export async function insertBound(tx: Tx, owner: string, pdf: NewBound): Promise<void> {
  await sql`
    update document.file set removed_at = ${pdf.at}
    where owner = ${owner} and paper = ${pdf.code} and removed_at is null`.execute(tx);
  await sql`
    insert into document.file (id, owner, paper, position, name, size, key, sha256, medium, state, pages_key, uploaded_at, uploaded_by, filed)
    values (${pdf.id}, ${owner}, ${pdf.code}, 1, ${pdf.name}, ${pdf.size}, ${pdf.key}, ${pdf.sha256}, 'pdf', 'ready', ${pdf.key},
      ${pdf.at}, ${pdf.by}, true)`.execute(tx);
  await sql`
    update document.paper set bound_revision = revision, bound_key = ${pdf.key}, bound_sha256 = ${pdf.sha256},
      bound_pages = ${pdf.pages}, bound_size = ${pdf.size}, bound_at = ${pdf.at}
    where owner = ${owner} and code = ${pdf.code}`.execute(tx);
}
