import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { CalendarChange } from '../calendar-changes/calendar-change.ts';

const columns =
  sql.raw(`id, unit_id as "unitId", detail, source, proposed_by as "proposedBy", proposed_person as "proposedPerson",
  proposed_at as "proposedAt", applied_by as "appliedBy", applied_at as "appliedAt", dropped_at as "droppedAt"`);

export async function insertCalendarChange(tx: Tx, change: CalendarChange): Promise<void> {
  await sql`insert into agency.calendar_change (id, unit_id, detail, source, proposed_by, proposed_person, proposed_at, applied_by, applied_at)
    values (${change.id}, ${change.unitId}, ${JSON.stringify(change.detail)}, ${change.source}, ${change.proposedBy},
            ${change.proposedPerson}, ${change.proposedAt}, ${change.appliedBy}, ${change.appliedAt})`.execute(
    tx,
  );
}

/** The change of an id, undefined when there is none. */
export async function findCalendarChange(tx: Tx, id: string): Promise<CalendarChange | undefined> {
  const { rows } = await sql<CalendarChange>`
    select ${columns} from agency.calendar_change where id::text = ${id}`.execute(tx);
  return rows[0];
}

/** The same, held until the transaction ends. */
export async function lockCalendarChange(tx: Tx, id: string): Promise<CalendarChange | undefined> {
  const { rows } = await sql<CalendarChange>`
    select ${columns} from agency.calendar_change where id::text = ${id} for update`.execute(tx);
  return rows[0];
}

/** The latest changes that were not dropped. */
export async function listCalendarChanges(tx: Tx, limit: number): Promise<CalendarChange[]> {
  const { rows } = await sql<CalendarChange>`
    select ${columns} from agency.calendar_change where dropped_at is null
    order by proposed_at desc limit ${limit}`.execute(tx);
  return rows;
}

export async function updateApplied(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await sql`update agency.calendar_change set applied_by = ${by}, applied_at = ${at} where id = ${id}`.execute(
    tx,
  );
}

export async function updateDropped(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update agency.calendar_change set dropped_at = ${at} where id = ${id}`.execute(tx);
}
