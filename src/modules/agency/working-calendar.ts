import type { Tx } from '#/platform/db/index.ts';
import { day, dayOf, partsOf } from '#/values/day.ts';
import { planOf, type WeeklyHours } from '#/values/office-hours.ts';
import { NoCalendarForYear, workingCalendar, type WorkingCalendar } from '#/values/working-time.ts';
import { overridesOf, type CalendarDay, type CalendarYear, type UnitCalendar } from './calendar.ts';
import { remember } from './remember.ts';
import { selectCalendarDays, selectCalendarYears, selectOfficeHours } from './store/calendars.ts';
import { getVersion } from './store/dataset.ts';

/**
 * The working calendar of a unit for deadlines that begin at an instant, from memory unless the data changed.
 * @throws NoCalendarForYear when the year of the instant has no calendar
 */
export async function calendarOf(tx: Tx, unitId: string, at: Date): Promise<UnitCalendar> {
  const version = await getVersion(tx, 'calendar');
  const calendar = await calendars(`${version} ${unitId}`, () => build(tx, unitId, version));
  const on = dayOf(at);
  if (on < calendar.first || calendar.last < on) throw new NoCalendarForYear(partsOf(on).year);
  return calendar;
}

/** The days of a year that differ from the ordinary week, of the whole country or of a unit with all above it. */
export async function listCalendarDays(
  tx: Tx,
  year: number,
  unitId: string | null,
): Promise<CalendarDay[]> {
  const days = await selectCalendarDays(tx, unitId);
  return days.filter(({ on }) => partsOf(on).year === year);
}

/** The years that have a calendar. */
export function listCalendarYears(tx: Tx): Promise<CalendarYear[]> {
  return selectCalendarYears(tx);
}

async function build(tx: Tx, unitId: string, version: string): Promise<UnitCalendar> {
  const years = await selectCalendarYears(tx);
  const weeks = await selectOfficeHours(tx, unitId);
  const proposed = new Set(
    years.filter(({ status }) => status === 'PROPOSED').map(({ year }) => year),
  );
  return {
    ...buildCalendar(years, weeks, await selectCalendarDays(tx, unitId)),
    version,
    isProvisional: (due) => proposed.has(partsOf(dayOf(due)).year),
  };
}

/** The working calendar that years, weekly hours and exceptional days make together. */
export function buildCalendar(
  years: readonly CalendarYear[],
  weeks: readonly WeeklyHours[],
  days: readonly CalendarDay[],
): WorkingCalendar {
  const { first, last } = range(years);
  const overrides = overridesOf(days);
  return workingCalendar(first, last, (on) => planOf(on, weeks, overrides));
}

function range(years: readonly CalendarYear[]) {
  const [first, last] = [years.at(0), years.at(-1)];
  if (!first || !last) throw new Error('No year has a calendar: run the seed of agency');
  if (last.year - first.year !== years.length - 1) throw new Error('The calendar lacks a year');
  return { first: day(first.year, 1, 1), last: day(last.year, 12, 31) };
}

const calendars = remember<UnitCalendar>(500);
