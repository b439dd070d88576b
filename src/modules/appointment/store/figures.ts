import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/** How a day in a hall went. Minutes are null when nothing was measured. */
export interface DayFigures {
  readonly on: Day;
  readonly tickets: number;
  readonly expected: number;
  readonly missed: number;
  readonly skipped: number;
  readonly left: number;
  /** Half of the people waited no longer. */
  readonly medianWait: number | null;
  /** Nine in ten waited no longer. */
  readonly longWait: number | null;
  readonly medianServed: number | null;
}

/** The figures of some days in units, the latest first; of days on which nobody came there are none. */
export async function listDayFigures(
  tx: Tx,
  unitIds: readonly string[],
  from: Day,
): Promise<DayFigures[]> {
  const { rows } =
    await sql<DayFigures>`/* beyond: appointments are counted, whose they are is not asked */
    with tickets as (
      select on_day, count(*) as tickets, count(appointment_id) as expected,
             count(*) filter (where state = 'SKIPPED') as skipped, count(*) filter (where state = 'LEFT') as "left",
             percentile_cont(0.5) within group (order by extract(epoch from called_at - greatest(taken_at, turn_at))::float8 / 60) as "medianWait",
             percentile_cont(0.9) within group (order by extract(epoch from called_at - greatest(taken_at, turn_at))::float8 / 60) as "longWait",
             percentile_cont(0.5) within group (order by extract(epoch from ended_at - called_at)::float8 / 60)
               filter (where state = 'DONE') as "medianServed"
        from appointment.ticket where unit_id = any (${unitIds}::uuid[]) and on_day >= ${from} group by on_day),
    missed as (
      select on_day, count(*) as missed from appointment.appointment
       where unit_id = any (${unitIds}::uuid[]) and on_day >= ${from} and state = 'MISSED' group by on_day)
    select coalesce(t.on_day, m.on_day) as "on", coalesce(t.tickets, 0) as tickets, coalesce(t.expected, 0) as expected,
           coalesce(m.missed, 0) as missed, coalesce(t.skipped, 0) as skipped, coalesce(t."left", 0) as "left",
           t."medianWait", t."longWait", t."medianServed"
      from tickets t full join missed m using (on_day) order by 1 desc`.execute(tx);
  return rows;
}
