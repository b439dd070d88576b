import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from '../dossier.ts';
import { sealedSupplement } from './sealed.ts';

/** One point of a supplement request, pinned to a paper or a field. */
export interface SupplementItem {
  readonly kind: 'paper' | 'field';
  /** Code of the paper or name of the question. */
  readonly name: string;
  readonly reason: 'missing' | 'incorrect' | 'incomplete' | 'outdated' | 'unreadable';
  readonly words: string;
}

/** A supplement request and what became of it. */
export interface Supplement {
  readonly id: string;
  readonly number: number;
  readonly items: readonly SupplementItem[];
  readonly words: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly allowedBy: string | null;
  readonly sentAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  /** Until when the applicant must be told of it, where the procedure's law says so. */
  readonly tellBy: Date | null;
}

const selection = sql`
  s.id, s.number, s.requested_by as "requestedBy", s.requested_at as "requestedAt", s.allowed_by as "allowedBy",
  s.sent_at as "sentAt", s.answer_due_at as "answerDueAt", s.answered_at as "answeredAt", s.closed_at as "closedAt",
  s.tell_by as "tellBy",
  ${sealedSupplement.read('s')}`;

/** Writes a request; `sentAt` is null while a superior has to allow it. */
export async function insertSupplement(
  tx: Tx,
  { id: dossierId, ownerPersonId }: Pick<Dossier, 'id' | 'ownerPersonId'>,
  request: Pick<
    Supplement,
    'id' | 'number' | 'items' | 'words' | 'requestedBy' | 'requestedAt' | 'sentAt' | 'answerDueAt'
  >,
): Promise<void> {
  const { items, words } = request;
  const sealed = await sealedSupplement.seal(tx, ownerPersonId, request.id, { items, words });
  await sql`insert into dossier.supplement (id, dossier_id, number, sealed, requested_by, requested_at, sent_at, answer_due_at)
    values (${request.id}, ${dossierId}, ${request.number}, ${sealed}, ${request.requestedBy},
            ${request.requestedAt}, ${request.sentAt}, ${request.answerDueAt})`.execute(tx);
}

/** All requests of a dossier, in order. */
export async function listSupplements(tx: Tx, dossierId: string): Promise<Supplement[]> {
  const { rows } = await sql<Supplement>`
    select ${selection} from dossier.supplement s where dossier_id = ${dossierId} order by number`.execute(
    tx,
  );
  return rows;
}

/** The request that is neither answered nor closed. */
export async function findOpenSupplement(
  tx: Tx,
  dossierId: string,
): Promise<Supplement | undefined> {
  const { rows } = await sql<Supplement>`
    select ${selection} from dossier.supplement s where dossier_id = ${dossierId} and closed_at is null`.execute(
    tx,
  );
  return rows[0];
}

/** Notes that a superior allowed a request, which is sent with that. */
export async function updateSent(
  tx: Tx,
  id: string,
  sent: { allowedBy: string; at: Date; answerDueAt: Date },
): Promise<void> {
  await sql`update dossier.supplement
    set allowed_by = ${sent.allowedBy}, sent_at = ${sent.at}, answer_due_at = ${sent.answerDueAt} where id = ${id}`.execute(
    tx,
  );
}

/** Closes a request: answered, or (answeredAt null) denied or let lapse. */
export async function updateClosed(
  tx: Tx,
  id: string,
  at: Date,
  isAnswered: boolean,
): Promise<void> {
  await sql`update dossier.supplement
    set closed_at = ${at}, answered_at = ${isAnswered ? at : null} where id = ${id}`.execute(tx);
}

/** Dossiers whose applicant let the time for an answer pass, and that do not show it yet. */
export async function listLapsed(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.dossier_id as id from dossier.supplement s
     where s.closed_at is null and s.sent_at is not null and s.answer_due_at < ${at}
       and not exists (select 1 from dossier.badge b where b.dossier_id = s.dossier_id and b.event = 'lapsed')
     order by s.answer_due_at limit ${limit}`.execute(tx);
  return rows.map((row) => row.id);
}
