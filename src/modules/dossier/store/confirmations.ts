import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Notes that the applicant is asked to check a draft. */
export async function insertConfirmation(
  tx: Tx,
  dossierId: string,
  { sentAt, dueAt }: { readonly sentAt: Date; readonly dueAt: Date },
): Promise<void> {
  await sql`
    insert into dossier.confirmation (dossier_id, sent_at, due_at) values (${dossierId}, ${sentAt}, ${dueAt})
    on conflict (dossier_id, sent_at) do update set due_at = excluded.due_at, closed_at = null`.execute(
    tx,
  );
}

/** Until when an answer about the draft is awaited; undefined when none is. */
export async function findConfirmationDue(tx: Tx, dossierId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ dueAt: Date }>`
    select due_at as "dueAt" from dossier.confirmation where dossier_id = ${dossierId} and closed_at is null`.execute(
    tx,
  );
  return rows[0]?.dueAt;
}

/** Notes that no answer is awaited any more. */
export async function updateConfirmationClosed(tx: Tx, dossierId: string, at: Date): Promise<void> {
  await sql`
    update dossier.confirmation set closed_at = ${at} where dossier_id = ${dossierId} and closed_at is null`.execute(
    tx,
  );
}

/** Dossiers whose applicant has let the time for an answer pass. */
export async function listUnconfirmed(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.dossier_id as id from dossier.confirmation c join dossier.dossier d on d.id = c.dossier_id
     where c.closed_at is null and c.due_at <= ${at} and d.state = 'CONFIRMING'
     order by c.due_at limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
