import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from '../dossier.ts';
import { sealedCheck, sealedMessage } from './sealed.ts';

type Owned = Pick<Dossier, 'id' | 'ownerPersonId'>;

/** Words between the applicant and the officials. */
export interface Message {
  readonly id: string;
  readonly fromName: string;
  readonly isOfficial: boolean;
  readonly words: string;
  readonly at: Date;
}

/** Writes a message. */
export async function insertMessage(
  tx: Tx,
  { id: dossierId, ownerPersonId }: Owned,
  message: Message & { readonly fromAccount: string },
): Promise<void> {
  const { fromName, words } = message;
  const sealed = await sealedMessage.seal(tx, ownerPersonId, message.id, { fromName, words });
  await sql`insert into dossier.message (id, dossier_id, from_account, is_official, sealed, at)
    values (${message.id}, ${dossierId}, ${message.fromAccount}, ${message.isOfficial}, ${sealed}, ${message.at})`.execute(
    tx,
  );
}

/** The messages of a dossier, oldest first. */
export async function listMessages(tx: Tx, dossierId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select m.id, m.is_official as "isOfficial", m.at, ${sealedMessage.read('m')}
      from dossier.message m where m.dossier_id = ${dossierId} order by m.at, m.id`.execute(tx);
  return rows;
}

/** News for officials that nobody has looked at yet. */
export type BadgeEvent =
  | 'resubmitted'
  | 'message'
  | 'returned'
  | 'paid'
  | 'assigned'
  | 'overdue'
  | 'lapsed'
  | 'untold'
  | 'due-soon'
  | 'escalated'
  | 'withdrawn';

/** Puts a badge on a dossier; the first instant stays. */
export async function insertBadge(
  tx: Tx,
  dossierId: string,
  event: BadgeEvent,
  at: Date,
): Promise<void> {
  await sql`insert into dossier.badge (dossier_id, event, at) values (${dossierId}, ${event}, ${at})
    on conflict do nothing`.execute(tx);
}

/** The news of a dossier, first things first. */
export async function listBadges(tx: Tx, dossierId: string): Promise<BadgeEvent[]> {
  const { rows } = await sql<{ event: BadgeEvent }>`
    select event from dossier.badge where dossier_id = ${dossierId} order by at, event`.execute(tx);
  return rows.map(({ event }) => event);
}

/** Takes all badges off a dossier. */
export async function deleteBadges(tx: Tx, dossierId: string): Promise<void> {
  await sql`delete from dossier.badge where dossier_id = ${dossierId}`.execute(tx);
}

/** An official's verdict on a paper. */
export interface PaperCheck {
  readonly paperCode: string;
  readonly verdict: 'good' | 'wrong';
  readonly words: string | null;
  readonly at: Date;
}

/** Writes or replaces the verdict on a paper. */
export async function upsertPaperCheck(
  tx: Tx,
  { id: dossierId, ownerPersonId }: Owned,
  check: PaperCheck & { readonly byAccount: string },
): Promise<void> {
  const row = `${dossierId}/${check.paperCode}`;
  const sealed = await sealedCheck.seal(tx, ownerPersonId, row, { words: check.words });
  await sql`insert into dossier.paper_check (dossier_id, paper_code, verdict, sealed, by_account, at)
    values (${dossierId}, ${check.paperCode}, ${check.verdict}, ${sealed}, ${check.byAccount}, ${check.at})
    on conflict (dossier_id, paper_code) do update
      set verdict = excluded.verdict, sealed = excluded.sealed, by_account = excluded.by_account, at = excluded.at`.execute(
    tx,
  );
}

/** Forgets the verdicts on papers that the applicant replaced. */
export async function deletePaperChecks(
  tx: Tx,
  dossierId: string,
  paperCodes: readonly string[],
): Promise<void> {
  await sql`delete from dossier.paper_check
    where dossier_id = ${dossierId} and paper_code = any(${paperCodes}::text[])`.execute(tx);
}

/** The verdicts so far. */
export async function listPaperChecks(tx: Tx, dossierId: string): Promise<PaperCheck[]> {
  const { rows } = await sql<PaperCheck>`
    select c.paper_code as "paperCode", c.verdict, c.at, ${sealedCheck.read('c')}
      from dossier.paper_check c where c.dossier_id = ${dossierId}`.execute(tx);
  return rows;
}
