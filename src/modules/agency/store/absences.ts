import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { addDays, type Day } from '#/values/day.ts';
import type { Absence } from '../absence.ts';

/** The absence of a person on a day. */
export async function selectAbsence(
  tx: Tx,
  personId: string,
  on: Day,
): Promise<Absence | undefined> {
  return selectOverlapping(tx, personId, on, on);
}

/** An absence of a person that shares a day with a time. */
export async function selectOverlapping(
  tx: Tx,
  personId: string,
  from: Day,
  to: Day,
): Promise<Absence | undefined> {
  const row = await tx
    .selectFrom('agency.absence')
    .selectAll()
    .where('person_id', '=', personId)
    .where(
      sql<boolean>`daterange(from_on, to_on, '[]') && daterange(${from}::date, ${to}::date, '[]')`,
    )
    .executeTakeFirst();
  return row && absenceOf(row);
}

/** The absences of a person that last until a day or beyond it, the next one first. */
export async function selectAbsencesFrom(tx: Tx, personId: string, on: Day): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('agency.absence')
    .selectAll()
    .where('person_id', '=', personId)
    .where('to_on', '>=', on)
    .orderBy('from_on')
    .execute();
  return rows.map(absenceOf);
}

/** Ends an absence before a day; one that would not have begun by then is forgotten. */
export async function cutAbsence(tx: Tx, absence: Absence, before: Day): Promise<void> {
  const same = { person_id: absence.personId, from_on: absence.from };
  if (absence.from >= before) {
    await tx
      .deleteFrom('agency.absence')
      .where((where) => where.and(same))
      .execute();
    return;
  }
  await tx
    .updateTable('agency.absence')
    .set({ to_on: addDays(before, -1) })
    .where((where) => where.and(same))
    .execute();
}

export async function insertAbsence(
  tx: Tx,
  id: string,
  absence: Absence,
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('agency.absence')
    .values({
      id,
      person_id: absence.personId,
      deputy_id: absence.deputyId,
      from_on: absence.from,
      to_on: absence.to,
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
}

function absenceOf(row: {
  person_id: string;
  deputy_id: string | null;
  from_on: string;
  to_on: string;
}): Absence {
  return {
    personId: row.person_id,
    deputyId: row.deputy_id,
    from: row.from_on as Day,
    to: row.to_on as Day,
  };
}
