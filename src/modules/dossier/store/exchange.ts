import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

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
  dossierId: string,
  message: Message & { readonly fromAccount: string },
): Promise<void> {
  await sql`insert into dossier.message (id, dossier_id, from_account, from_name, is_official, words, at)
    values (${message.id}, ${dossierId}, ${message.fromAccount}, ${message.fromName}, ${message.isOfficial},
            ${message.words}, ${message.at})`.execute(tx);
}

/** The messages of a dossier, oldest first. */
export async function listMessages(tx: Tx, dossierId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select id, from_name as "fromName", is_official as "isOfficial", words, at
      from dossier.message where dossier_id = ${dossierId} order by at, id`.execute(tx);
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
  dossierId: string,
  check: PaperCheck & { readonly byAccount: string },
): Promise<void> {
  await sql`insert into dossier.paper_check (dossier_id, paper_code, verdict, words, by_account, at)
    values (${dossierId}, ${check.paperCode}, ${check.verdict}, ${check.words}, ${check.byAccount}, ${check.at})
    on conflict (dossier_id, paper_code) do update
      set verdict = excluded.verdict, words = excluded.words, by_account = excluded.by_account, at = excluded.at`.execute(
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
    select paper_code as "paperCode", verdict, words, at from dossier.paper_check where dossier_id = ${dossierId}`.execute(
    tx,
  );
  return rows;
}
