import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { artefactNames, type ArtefactName, type Artefacts } from './artefacts.ts';
import type { Version } from './version.ts';

interface VersionRow {
  id: string;
  procedure_id: string;
  slug: string;
  no: number;
  sha256: string;
  effective_from: Day;
  effective_to: Day | null;
  published_at: Date;
  published_by: string;
}

/** Makes the procedure when it is new, and locks it: versions of one procedure are numbered one after another. */
export async function lockProcedure(tx: Tx, id: string, slug: string, at: Date): Promise<string> {
  await sql`
    insert into procedure.procedure (id, slug, created_at) values (${id}, ${slug}, ${at})
    on conflict (slug) do nothing`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    select id from procedure.procedure where slug = ${slug} for update`.execute(tx);
  return rows[0]!.id;
}

/** All versions of one procedure, the latest publication first. */
export async function listVersionsOf(tx: Tx, slug: string): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`
    select * from procedure.version_span where slug = ${slug} order by no desc`.execute(tx);
  return rows.map(versionOf);
}

/** All versions of all procedures, by address, the latest publication first. */
export async function listVersions(tx: Tx): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`
    select * from procedure.version_span order by slug, no desc`.execute(tx);
  return rows.map(versionOf);
}

/** The versions that are in force on a day, by address. */
export async function listInForce(tx: Tx, on: Day): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`
    select * from procedure.version_span
     where effective_from <= ${on} and (effective_to is null or effective_to > ${on})
     order by slug`.execute(tx);
  return rows.map(versionOf);
}

/** The version of one procedure that is in force on a day. */
export async function findInForce(tx: Tx, slug: string, on: Day): Promise<Version | undefined> {
  const { rows } = await sql<VersionRow>`
    select * from procedure.version_span
     where slug = ${slug} and effective_from <= ${on} and (effective_to is null or effective_to > ${on})`.execute(
    tx,
  );
  return rows.map(versionOf)[0];
}

export async function findVersion(tx: Tx, id: string): Promise<Version | undefined> {
  const { rows } = await sql<VersionRow>`
    select * from procedure.version_span where id = ${id}`.execute(tx);
  return rows.map(versionOf)[0];
}

/** Changes with every publication and with nothing else: versions are only ever added. */
export async function getEdition(tx: Tx): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select count(*) || '/' || coalesce(max(id::text), '') as edition from procedure.version`.execute(
    tx,
  );
  return rows[0]!.edition;
}

export interface NewVersion {
  readonly id: string;
  readonly procedureId: string;
  readonly no: number;
  readonly sha256: string;
  readonly effectiveFrom: Day;
  readonly repealedFrom: Day | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly artefacts: Artefacts;
}

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await sql`
    insert into procedure.version (id, procedure_id, no, sha256, effective_from, repealed_from, published_at, published_by)
    values (${version.id}, ${version.procedureId}, ${version.no}, ${version.sha256}, ${version.effectiveFrom},
            ${version.repealedFrom}, ${version.publishedAt}, ${version.publishedBy})`.execute(tx);
  const bodies = artefactNames.map((name) => version.artefacts[name]);
  await sql`
    insert into procedure.artefact (version_id, name, body)
    select ${version.id}, * from unnest(${artefactNames}::text[], ${bodies}::text[])`.execute(tx);
}

/** The six texts of a version, letter by letter. */
export async function getArtefacts(tx: Tx, versionId: string): Promise<Artefacts> {
  const { rows } = await sql<{ name: ArtefactName; body: string }>`
    select name, body from procedure.artefact where version_id = ${versionId}`.execute(tx);
  if (rows.length !== artefactNames.length) throw new Error(`version ${versionId} is not complete`);
  return Object.fromEntries(rows.map(({ name, body }) => [name, body])) as Record<
    ArtefactName,
    string
  >;
}

/** A version with its repeal and its place, letter by letter as it was published. */
export interface PublishedRow {
  readonly id: string;
  readonly procedureId: string;
  readonly slug: string;
  readonly no: number;
  readonly sha256: string;
  readonly effectiveFrom: Day;
  readonly repealedFrom: Day | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

const publishedColumns = sql`
  select v.id, v.procedure_id as "procedureId", p.slug, v.no, v.sha256, v.effective_from as "effectiveFrom",
         v.repealed_from as "repealedFrom", v.published_at as "publishedAt", v.published_by as "publishedBy"
    from procedure.version v join procedure.procedure p on p.id = v.procedure_id`;

/** The next versions after one, by procedure and number. */
export async function listPublished(
  tx: Tx,
  after: { readonly procedureId: string; readonly no: number },
  limit: number,
): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    ${publishedColumns} where (v.procedure_id, v.no) > (${after.procedureId}::uuid, ${after.no}::int)
     order by v.procedure_id, v.no limit ${limit}`.execute(tx);
  return rows;
}

/** The version of a number. */
export async function findPublished(
  tx: Tx,
  procedureId: string,
  no: number,
): Promise<PublishedRow | undefined> {
  const { rows } = await sql<PublishedRow>`
    ${publishedColumns} where v.procedure_id = ${procedureId} and v.no = ${no}`.execute(tx);
  return rows[0];
}

/** The text of procedure.json of several versions. */
export async function listCatalogueTexts(
  tx: Tx,
  versionIds: readonly string[],
): Promise<{ versionId: string; body: string }[]> {
  const { rows } = await sql<{ version_id: string; body: string }>`
    select version_id, body from procedure.artefact
     where name = 'procedure.json' and version_id = any(${versionIds}::uuid[])`.execute(tx);
  return rows.map(({ version_id, body }) => ({ versionId: version_id, body }));
}

function versionOf(row: VersionRow): Version {
  return {
    id: row.id,
    procedureId: row.procedure_id,
    slug: row.slug,
    no: row.no,
    sha256: row.sha256,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  };
}
