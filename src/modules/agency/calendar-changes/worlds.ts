import type { Tx } from '#/platform/db/index.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';
import { buildCalendar } from '../working-calendar.ts';
import { unitsBelow } from '../find-unit.ts';
import { selectCalendarDays, selectCalendarYears, selectOfficeHours } from '../store/calendars.ts';
import {
  daysAfter,
  daysBefore,
  hoursAfter,
  hoursBefore,
  yearsAfter,
  type CalendarChange,
} from './calendar-change.ts';

/** The working calendars of units as they are without a change and with it, whether or not it is applied already. */
export interface Worlds {
  before(unitId: string): Promise<WorkingCalendar>;
  after(unitId: string): Promise<WorkingCalendar>;
}

/** Both worlds of a change; each calendar is built once. */
export function worldsOf(tx: Tx, change: CalendarChange): Worlds {
  return {
    before: once((unitId) => calendarIn(tx, unitId, change, false)),
    after: once((unitId) => calendarIn(tx, unitId, change, true)),
  };
}

async function calendarIn(
  tx: Tx,
  unitId: string,
  change: CalendarChange,
  isAfter: boolean,
): Promise<WorkingCalendar> {
  // Before a new year had a calendar nothing was due in it: both worlds may know it.
  const years = yearsAfter(await selectCalendarYears(tx), change);
  const hours = await selectOfficeHours(tx, unitId);
  const days = await selectCalendarDays(tx, unitId);
  const concerns = change.unitId === null || (await isBelow(tx, unitId, change.unitId));
  if (!concerns) return buildCalendar(years, hours, days);
  return isAfter
    ? buildCalendar(years, hoursAfter(hours, change), daysAfter(days, change))
    : buildCalendar(years, hoursBefore(hours, change), daysBefore(days, change));
}

async function isBelow(tx: Tx, unitId: string, above: string): Promise<boolean> {
  return (await unitsBelow(tx, above)).includes(unitId);
}

function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
