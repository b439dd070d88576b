import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { isId } from '#/values/id.ts';
import type { Channel } from '../dossier.ts';

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

const selection =
  sql.raw(`id, account_id as "accountId", procedure_id as "procedureId", version_id as "versionId",
  subject, channel, person_id as "personId", answers, typed, page, revision, created_at as "createdAt", saved_at as "savedAt", ended_at as "endedAt",
  dossier_id as "dossierId"`);

/** Begins a draft, or gives the live one of the same account, procedure and subject. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<
    Draft,
    'id' | 'accountId' | 'procedureId' | 'versionId' | 'subject' | 'channel' | 'personId'
  > & { readonly at: Date },
): Promise<Draft> {
  await sql`
    insert into dossier.draft
      (id, account_id, procedure_id, version_id, subject, channel, person_id, created_at, saved_at)
    values (${draft.id}, ${draft.accountId}, ${draft.procedureId}, ${draft.versionId}, ${draft.subject}, ${draft.channel},
            ${draft.personId}, ${draft.at}, ${draft.at})
    on conflict (account_id, procedure_id, subject) where ended_at is null do nothing`.execute(tx);
  const live = await findLiveDraft(tx, draft.accountId, draft.procedureId, draft.subject);
  if (!live) throw new Error('the draft that was begun is gone');
  return live;
}

/** The live draft of an account for a procedure and subject. */
async function findLiveDraft(
  tx: Tx,
  accountId: string,
  procedureId: string,
  subject: string,
): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${selection} from dossier.draft
    where account_id = ${accountId} and procedure_id = ${procedureId} and subject = ${subject} and ended_at is null`.execute(
    tx,
  );
  return rows[0];
}

/** A draft by id. */
export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const { rows } =
    await sql<Draft>`select ${selection} from dossier.draft where id = ${id}`.execute(tx);
  return rows[0];
}

/** A draft by id, locked until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const { rows } =
    await sql<Draft>`select ${selection} from dossier.draft where id = ${id} for update`.execute(
      tx,
    );
  return rows[0];
}

/** Live drafts of an account, last saved first. */
export async function listLiveDrafts(tx: Tx, accountId: string): Promise<Draft[]> {
  const { rows } = await sql<Draft>`select ${selection} from dossier.draft
    where account_id = ${accountId} and ended_at is null order by saved_at desc limit 50`.execute(
    tx,
  );
  return rows;
}

/** Saves answers and typing; the caller holds the draft's lock. */
export async function updateDraft(
  tx: Tx,
  id: string,
  save: {
    answers: Record<string, unknown>;
    typed: Record<string, string>;
    page: string | null;
    at: Date;
  },
): Promise<void> {
  await sql`update dossier.draft
    set answers = ${JSON.stringify(save.answers)}, typed = ${JSON.stringify(save.typed)}, page = ${save.page},
        revision = revision + 1, saved_at = ${save.at}
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
