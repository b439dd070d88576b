import { addDays, addMonths, dayOf, type Day } from './day.ts';
import { instantAt, minuteOfDay } from './instant.ts';
import type { WorkingCalendar } from './working-time.ts';

/** Units in which the law counts: "ngày làm việc" is not "ngày". */
export type DeadlineUnit = 'WORKING_DAY' | 'DAY' | 'WORKING_HOUR' | 'HOUR' | 'MONTH';

/** How long something may take; `cutoff` is a time of day 'HH:mm' after which a day no longer counts. */
export interface Allowance {
  readonly qty: number;
  readonly unit: DeadlineUnit;
  readonly cutoff?: string | null | undefined;
}

/**
 * When something is due that begins at an instant.
 * - WORKING_HOUR: so much time inside office hours. HOUR: so much time by the clock.
 * - WORKING_DAY: the same time of day so many working days later. With a cut-off, one day means the same working day
 *   until closing time, from the cut-off on the next one (Civil Status Law 60/2014/QH13); more days are counted
 *   from the opening of the next working day, and so is what comes in outside of working days.
 * - DAY, MONTH: by the calendar, the first day not counted, until closing time; a last day that is no working day
 *   passes it on to the next one (Civil Code 91/2015/QH13, articles 147 and 148).
 */
export function dueAt(calendar: WorkingCalendar, from: Date, allowance: Allowance): Date {
  const { qty, unit, cutoff } = allowance;
  if (!(qty > 0)) throw new RangeError(`A deadline needs a positive quantity: ${qty}`);
  switch (unit) {
    case 'WORKING_HOUR':
      return calendar.addWorkingMinutes(from, Math.round(qty * 60));
    case 'HOUR':
      return new Date(from.getTime() + qty * 3_600_000);
    case 'DAY':
      return calendar.closingOf(addDays(dayOf(from), qty));
    case 'MONTH':
      return calendar.closingOf(addMonths(dayOf(from), qty));
    case 'WORKING_DAY':
      return cutoff ? afterCutoff(calendar, from, qty, cutoff) : calendar.addWorkingDays(from, qty);
  }
}

/**
 * When it is due after a pause. What was left of the working time when the pause began is left when it ends, counted in
 * hours of working days where the law counts working days; of clock hours the length of the pause. A deadline that had passed already stays passed by as much.
 */
export function dueAfterPause(
  calendar: WorkingCalendar,
  unit: DeadlineUnit,
  due: Date,
  pause: { readonly from: Date; readonly to: Date },
): Date {
  if (pause.to < pause.from) throw new RangeError('A pause ends before it begins');
  if (unit === 'HOUR') return new Date(due.getTime() + pause.to.getTime() - pause.from.getTime());
  const time = unit === 'WORKING_DAY' ? calendar.countedOnly() : calendar;
  return time.addWorkingMinutes(pause.to, time.workedMinutes(pause.from, due));
}

/**
 * When something is due that began at an instant and has been paused since. Of a pause that began earlier only what lies
 * after the beginning counts.
 */
export function dueAfterPauses(
  calendar: WorkingCalendar,
  from: Date,
  allowance: Allowance,
  pauses: readonly { readonly from: Date; readonly to: Date }[],
): Date {
  return pauses
    .filter((pause) => pause.to > from)
    .reduce(
      (due, pause) =>
        dueAfterPause(calendar, allowance.unit, due, {
          from: pause.from > from ? pause.from : from,
          to: pause.to,
        }),
      dueAt(calendar, from, allowance),
    );
}

function afterCutoff(calendar: WorkingCalendar, from: Date, qty: number, cutoff: string): Date {
  const on = dayOf(from);
  const isLate = calendar.isWorkingDay(on) && minuteOfDay(from) >= minutesOf(cutoff);
  if (qty === 1) return calendar.closingOf(on, isLate ? 1 : 0);
  const opening = openingFrom(calendar, on, isLate ? 1 : 0);
  return calendar.addWorkingDays(from < opening ? opening : from, qty);
}

/** When the office opens on the first working day from a day on, or `later` working days after it. */
function openingFrom(calendar: WorkingCalendar, on: Day, later: number): Date {
  const next = dayOf(calendar.closingOf(on, later));
  return instantAt(next, calendar.spansOn(next)[0]![0]);
}

function minutesOf(cutoff: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(cutoff) ?? [];
  if (hours === undefined) throw new RangeError(`Not a time of day: ${cutoff}`);
  return Number(hours) * 60 + Number(minutes);
}
