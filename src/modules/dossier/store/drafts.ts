import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isId } from '#/values/id.ts';
import type { Channel } from '../dossier.ts';
import { sealedDraft } from './sealed.ts';

/** An application that is being filled. */
export interface Draft {
  readonly id: string;
  readonly accountId: string;
  readonly procedureId: string;
  readonly versionId: string;
  readonly subject: string;
  /** Other than ONLINE: an official enters it from paper. */
  readonly channel: Channel;
  /** Who hands it in, when that is not the person of the account. */
  readonly personId: string | null;
  /** By which mandate it is filled for that person; null for one's own and for paper. */
  readonly mandateId: string | null;
  /** Under whose key it is sealed: the person who hands it in. */
  readonly keyOf: string;
  /** Good answers by question. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What was typed and is not a good answer yet, by posted name. */
  readonly typed: Readonly<Record<string, string>>;
  readonly page: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly endedAt: Date | null;
  readonly dossierId: string | null;
}

const columns =
  sql.raw(`t.id, t.account_id as "accountId", t.procedure_id as "procedureId", t.version_id as "versionId",
  t.subject, t.channel, t.person_id as "personId", t.mandate_id as "mandateId", t.page, t.revision, t.created_at as "createdAt", t.saved_at as "savedAt",
  t.ended_at as "endedAt", t.dossier_id as "dossierId", ${sealedDraft.definition.subject} as "keyOf"`);

const selection = sql`${columns}, ${sealedDraft.read('t')}`;

/** Begins a draft, or gives the live one of the same account, procedure and subject. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<
    Draft,
    | 'id'
    | 'accountId'
    | 'procedureId'
    | 'versionId'
    | 'subject'
    | 'channel'
    | 'personId'
    | 'mandateId'
  > & { readonly at: Date },
): Promise<Draft> {
  await sql`
    insert into dossier.draft
      (id, account_id, procedure_id, version_id, subject, channel, person_id, mandate_id, created_at, saved_at)
    values (${draft.id}, ${draft.accountId}, ${draft.procedureId}, ${draft.versionId}, ${draft.subject}, ${draft.channel},
            ${draft.personId}, ${draft.mandateId}, ${draft.at}, ${draft.at})
    on conflict (account_id, procedure_id, subject, mandate_id) where ended_at is null do nothing`.execute(
    tx,
  );
  const live = await findLiveDraft(tx, draft);
  if (!live) throw new Error('the draft that was begun is gone');
  return live;
}

/** The live draft of an account for a procedure and subject. */
async function findLiveDraft(
  tx: Tx,
  {
    accountId,
    procedureId,
    subject,
    mandateId,
  }: Pick<Draft, 'accountId' | 'procedureId' | 'subject' | 'mandateId'>,
): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${selection} from dossier.draft t
    where account_id = ${accountId} and procedure_id = ${procedureId} and subject = ${subject}
      and mandate_id is not distinct from ${mandateId}::uuid and ended_at is null`.execute(tx);
  return rows[0] && begun(rows[0]);
}

/** A draft by id. */
export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const { rows } =
    await sql<Draft>`select ${selection} from dossier.draft t where id = ${id}`.execute(tx);
  return rows[0] && begun(rows[0]);
}

/** A draft by id, locked until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const { rows } =
    await sql<Draft>`select ${selection} from dossier.draft t where id = ${id} for update`.execute(
      tx,
    );
  return rows[0] && begun(rows[0]);
}

/** Live drafts of an account, filled for its person or by one mandate for another, last saved first. */
export async function listLiveDrafts(
  tx: Tx,
  { accountId, actingFor }: Pick<Actor, 'accountId' | 'actingFor'>,
): Promise<Draft[]> {
  const mandateId = actingFor?.mandateId ?? null;
  const { rows } = await sql<Draft>`select ${selection} from dossier.draft t
    where account_id = ${accountId} and mandate_id is not distinct from ${mandateId}::uuid
      and ended_at is null order by saved_at desc limit 50`.execute(tx);
  return rows.map(begun);
}

/** What was never saved has no answers yet. */
function begun(draft: Draft): Draft {
  return { ...draft, answers: draft.answers ?? {}, typed: draft.typed ?? {} };
}

/** Saves answers and typing; the caller holds the draft's lock. */
export async function updateDraft(
  tx: Tx,
  { id, keyOf }: Pick<Draft, 'id' | 'keyOf'>,
  save: Pick<Draft, 'answers' | 'typed' | 'page'> & { readonly at: Date },
): Promise<void> {
  const { answers, typed, page, at } = save;
  const sealed = await sealedDraft.seal(tx, keyOf, id, { answers, typed });
  await sql`update dossier.draft
    set sealed = ${sealed}, page = ${page}, revision = revision + 1, saved_at = ${at}
    where id = ${id}`.execute(tx);
}

/** Ends a draft: filed as a dossier, or thrown away (null). */
export async function endDraft(
  tx: Tx,
  id: string,
  dossierId: string | null,
  at: Date,
): Promise<void> {
  await sql`/* unanswered */ update dossier.draft set ended_at = ${at}, dossier_id = ${dossierId} where id = ${id}`.execute(
    tx,
  );
}
