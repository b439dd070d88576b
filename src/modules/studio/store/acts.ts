import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { writingVerbs, type DraftAct, type DraftVerb } from '../draft.ts';

/** Writes down what was done; the caller holds the draft's lock. */
export async function insertAct(
  tx: Tx,
  actor: Actor,
  act: {
    readonly draftId: string;
    readonly verb: DraftVerb;
    readonly revision: number;
    readonly words?: string | undefined;
  },
): Promise<void> {
  await sql`
    insert into studio.act (draft_id, seq, verb, at, account_id, person_id, actor_name, revision, words)
    select ${act.draftId}, coalesce(max(seq), 0) + 1, ${act.verb}, ${actor.at}, ${actor.accountId}, ${actor.personId},
           ${actor.name}, ${act.revision}, ${act.words ?? ''}
      from studio.act where draft_id = ${act.draftId}`.execute(tx);
}

/** What was done to a draft, the latest first. */
export async function listActs(tx: Tx, draftId: string): Promise<DraftAct[]> {
  const { rows } = await sql<DraftAct>`
    select a.seq, a.verb, a.at, a.person_id as "personId", a.actor_name as "actorName", a.revision, a.words,
           array(select t.name from studio.artefact t
                  where t.draft_id = a.draft_id and t.revision = a.revision and a.verb = any(${writingVerbs}::text[])
                  order by t.name) as wrote
      from studio.act a where a.draft_id = ${draftId} order by a.seq desc`.execute(tx);
  return rows;
}

/** Who wrote some of the text. */
export async function listWriters(tx: Tx, draftId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from studio.act
     where draft_id = ${draftId} and verb = any(${writingVerbs}::text[])`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Who saved a draft after a revision. */
export async function listSavesSince(
  tx: Tx,
  draftId: string,
  revision: number,
): Promise<{ actorName: string; at: Date }[]> {
  const { rows } = await sql<{ actorName: string; at: Date }>`
    select actor_name as "actorName", at from studio.act
     where draft_id = ${draftId} and revision > ${revision} and verb = any(${writingVerbs}::text[])
     order by seq desc`.execute(tx);
  return rows;
}
