import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { DayPlan, WeeklyHours } from '#/values/office-hours.ts';
import { text } from '#/values/text.ts';
import type { OfficeHours } from '../calendar-changes/calendar-change.ts';
import type { CalendarDay, CalendarDayKind, CalendarDayStatus, CalendarYear } from '../calendar.ts';

/** The office hours of a unit: its own, or those of the nearest unit above it that has some. */
export async function selectOfficeHours(tx: Tx, unitId: string): Promise<OfficeHours[]> {
  const { rows } = await sql<{
    id: string;
    unit_id: string;
    valid_from: Day;
    valid_to: Day | null;
    season_from: string | null;
    season_to: string | null;
    week: DayPlan[];
  }>`
    with ${above(unitId)},
    nearest as (
      select above.id from above join agency.office_hours on unit_id = above.id
      order by distance limit 1)
    select office_hours.id, unit_id, valid_from, valid_to, season_from, season_to, week
    from agency.office_hours join nearest on unit_id = nearest.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    from: row.valid_from,
    to: row.valid_to ?? undefined,
    season:
      row.season_from === null || row.season_to === null
        ? undefined
        : { from: row.season_from, to: row.season_to },
    week: row.week,
  }));
}

/** The days that differ for a unit, those of units above it and of the whole country included; null: only the country's. */
export async function selectCalendarDays(tx: Tx, unitId: string | null): Promise<CalendarDay[]> {
  const { rows } = await sql<{
    on_day: Day;
    unit_id: string | null;
    kind: string;
    works_as: number | null;
    status: string;
    name: string;
    name_en: string;
    source: string;
  }>`
    with ${above(unitId)}
    select on_day, unit_id, kind, works_as, status, name, name_en, source
    from agency.calendar_day left join above on unit_id = above.id
    where superseded_at is null and (unit_id is null or above.id is not null)
    order by on_day, distance desc nulls first`.execute(tx);
  return rows.map((row) => ({
    on: row.on_day,
    unitId: row.unit_id,
    kind: row.kind as CalendarDayKind,
    status: row.status as CalendarDayStatus,
    worksAs: row.works_as,
    name: text(row.name, row.name_en),
    source: row.source,
  }));
}

/** A unit and everything above it, the unit first. */
const above = (unitId: string | null) => sql`recursive above as (
  select id, parent_id, 0 as distance from agency.unit where id = ${unitId}::uuid
  union all
  select unit.id, unit.parent_id, distance + 1
  from agency.unit join above on unit.id = above.parent_id)`;

/** The years that have a calendar, in order. */
export async function selectCalendarYears(tx: Tx): Promise<CalendarYear[]> {
  const rows = await tx.selectFrom('agency.calendar_year').selectAll().orderBy('year').execute();
  return rows.map(({ year, status, source }) => ({
    year,
    status: status as CalendarYear['status'],
    source,
  }));
}

export async function upsertCalendarYear(tx: Tx, year: CalendarYear, at: Date): Promise<void> {
  const { year: number, ...rest } = year;
  await tx
    .insertInto('agency.calendar_year')
    .values({ year: number, ...rest, recorded_at: at })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ ...rest, recorded_at: at }))
    .execute();
}

/** Puts a day in the place of what was known of it before. */
export async function replaceCalendarDay(tx: Tx, day: CalendarDay, at: Date): Promise<void> {
  await supersede(tx, day.on, day.unitId, at);
  await tx
    .insertInto('agency.calendar_day')
    .values({
      id: newId(),
      on_day: day.on,
      unit_id: day.unitId,
      kind: day.kind,
      works_as: day.worksAs,
      status: day.status,
      name: day.name.vi,
      name_en: day.name.en,
      source: day.source,
      recorded_at: at,
    })
    .execute();
}

/** Forgets a day that is ordinary after all. */
export async function supersede(tx: Tx, on: Day, unitId: string | null, at: Date): Promise<void> {
  await tx
    .updateTable('agency.calendar_day')
    .set({ superseded_at: at })
    .where('on_day', '=', on)
    .where('unit_id', 'is not distinct from', unitId)
    .where('superseded_at', 'is', null)
    .execute();
}

export async function insertOfficeHours(
  tx: Tx,
  id: string,
  unitId: string,
  hours: WeeklyHours & { readonly source: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('agency.office_hours')
    .values({
      id,
      unit_id: unitId,
      valid_from: hours.from,
      valid_to: hours.to ?? null,
      season_from: hours.season?.from ?? null,
      season_to: hours.season?.to ?? null,
      week: JSON.stringify(hours.week),
      source: hours.source,
      recorded_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
