import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Notes until when the applicant must be told of a request. */
export async function updateTellBy(tx: Tx, supplementId: string, tellBy: Date): Promise<void> {
  await sql`update dossier.supplement set tell_by = ${tellBy} where id = ${supplementId}`.execute(
    tx,
  );
}

/** Dossiers whose applicant should have been told of a request by now and was not, and that do not show it yet. */
export async function listUntold(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.dossier_id as id from dossier.supplement s
     where s.sent_at is null and s.closed_at is null and s.tell_by < ${at}
       and not exists (select from dossier.badge b where b.dossier_id = s.dossier_id and b.event = 'untold')
     order by s.tell_by limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
