import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A file that was stored before files were sealed, and whose papers name it. */
export interface PlainFile {
  readonly name: string;
  readonly owners: readonly string[];
}

export async function listPlainFiles(tx: Tx, limit: number): Promise<PlainFile[]> {
  const { rows } = await sql<PlainFile>`
    with named as (
      select key, owner from document.file
      union all select pages_key, owner from document.file
      union all select preview_key, owner from document.page join document.file on file.id = file_id
      union all select bound_key, owner from document.paper
      union all select key, owner from document.issued
      union all select unnest(parts), owner from document.upload)
    select name, coalesce(array_agg(distinct owner::text) filter (where owner is not null), '{}') as owners
      from (select name from document.plain_file order by name limit ${limit}) plain
      left join named on named.key = plain.name group by name`.execute(tx);
  return rows;
}

export async function deletePlainFile(tx: Tx, name: string): Promise<void> {
  await sql`delete from document.plain_file where name = ${name}`.execute(tx);
}
