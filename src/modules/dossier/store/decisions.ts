import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A decision that a program asked for. */
export interface AskedDecision {
  readonly id: string;
  readonly at: Date;
  readonly askedBy: string;
  readonly subjectId: string;
  readonly action: string;
  readonly resourceId: string;
  readonly isPermitted: boolean;
  readonly reason: string;
}

/** Keeps what was decided. */
export async function insertDecision(tx: Tx, asked: AskedDecision): Promise<void> {
  await sql`/* unanswered */
    insert into dossier.decision (id, at, asked_by, subject_id, action, resource_id, is_permitted, reason)
    values (${asked.id}, ${asked.at}, ${asked.askedBy}, ${asked.subjectId}, ${asked.action}, ${asked.resourceId},
            ${asked.isPermitted}, ${asked.reason})`.execute(tx);
}
