import { sql } from 'kysely';
import { artefactNames, type ArtefactName, type Artefacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Draft } from '../draft.ts';

const selection =
  sql.raw(`id, slug, name, purpose, base_version_id as "baseVersionId", state, revision,
  created_at as "createdAt", saved_at as "savedAt", approved_sha256 as "approvedSha256",
  published_version_id as "publishedVersionId"`);

/** A draft that begins, at revision 1, with its six texts. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<Draft, 'id' | 'slug' | 'name' | 'purpose' | 'baseVersionId'>,
  artefacts: Artefacts,
  at: Date,
): Promise<void> {
  await sql`
    insert into studio.draft (id, slug, name, purpose, base_version_id, state, revision, created_at, saved_at)
    values (${draft.id}, ${draft.slug}, ${draft.name}, ${draft.purpose}, ${draft.baseVersionId}, 'EDITING', 1, ${at}, ${at})`.execute(
    tx,
  );
  await insertArtefacts(tx, draft.id, 1, artefacts);
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${selection} from studio.draft where id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** A draft, locked until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`
    select ${selection} from studio.draft where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** Drafts that are being written, last saved first. */
export async function listLiveDrafts(tx: Tx): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select ${selection} from studio.draft where state not in ('PUBLISHED', 'DISCARDED')
     order by saved_at desc limit 200`.execute(tx);
  return rows;
}

/** Whether a new procedure with this address is being written already. */
export async function hasNewDraft(tx: Tx, slug: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from studio.draft
     where slug = ${slug} and base_version_id is null and state not in ('PUBLISHED', 'DISCARDED')`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function updateDraft(
  tx: Tx,
  id: string,
  change: Partial<Omit<Draft, 'id' | 'slug' | 'purpose' | 'createdAt'>>,
): Promise<void> {
  const draft = (await findDraft(tx, id))!;
  const next = { ...draft, ...change };
  await sql`
    update studio.draft
       set name = ${next.name}, base_version_id = ${next.baseVersionId}, state = ${next.state},
           revision = ${next.revision}, saved_at = ${next.savedAt}, approved_sha256 = ${next.approvedSha256},
           published_version_id = ${next.publishedVersionId}
     where id = ${id}`.execute(tx);
}

/** Writes texts as a revision. */
export async function insertArtefacts(
  tx: Tx,
  draftId: string,
  revision: number,
  texts: Partial<Artefacts>,
): Promise<void> {
  const names = artefactNames.filter((name) => texts[name] !== undefined);
  const bodies = names.map((name) => texts[name]!);
  await sql`
    insert into studio.artefact (draft_id, revision, name, body)
    select ${draftId}, ${revision}::int, * from unnest(${names}::text[], ${bodies}::text[])`.execute(
    tx,
  );
}

/** The six texts as they were at a revision. */
export async function getArtefactsAt(
  tx: Tx,
  draftId: string,
  revision: number,
): Promise<Artefacts> {
  const { rows } = await sql<{ name: ArtefactName; body: string }>`
    select distinct on (name) name, body from studio.artefact
     where draft_id = ${draftId} and revision <= ${revision}
     order by name, revision desc`.execute(tx);
  if (rows.length !== artefactNames.length) {
    throw new Error(`draft ${draftId} is not complete at revision ${revision}`);
  }
  return Object.fromEntries(rows.map(({ name, body }) => [name, body])) as unknown as Artefacts;
}
