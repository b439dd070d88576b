import { dayOf, type Day } from '#/values/day.ts';
import { dueAt, type Allowance } from '#/values/deadline.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';

/** Time as the office lives it: only the minutes count in which it is open. */
export interface OfficeClock {
  /** Minutes of the days that are played. */
  readonly horizon: number;
  instantOf(minute: number): Date;
  minuteOf(at: Date): number;
  /** So many working hours later. */
  after(from: Date, hours: number): Date;
  /** When a step's own time of law is over. */
  lawful(from: Date, allowance: Allowance): Date;
  /** When the law wants the result of what began then; null without a deadline. */
  dueAt(from: Date): Date | null;
}

/** The clock of an office over so many working days from a day on. */
export function officeClock(
  calendar: WorkingCalendar,
  from: Day,
  days: number,
  deadline: Allowance | null,
): OfficeClock {
  const first = calendar.closingOf(from);
  const opening = calendar.spansOn(dayOf(first))[0]![0];
  const origin = new Date(first.getTime() - (minuteOfClosing(calendar, first) - opening) * 60_000);
  const after = (at: Date, hours: number) =>
    calendar.addWorkingMinutes(at, Math.max(1, Math.round(hours * 60)));
  return {
    horizon: calendar.workedMinutes(origin, calendar.closingOf(dayOf(first), days - 1)),
    instantOf: (minute) => calendar.addWorkingMinutes(origin, Math.round(minute)),
    minuteOf: (at) => calendar.workedMinutes(origin, at),
    after,
    lawful: (at, allowance) => dueAt(calendar, at, allowance),
    dueAt: (at) => (deadline === null ? null : dueAt(calendar, at, deadline)),
  };
}

function minuteOfClosing(calendar: WorkingCalendar, closing: Date): number {
  return calendar.spansOn(dayOf(closing)).at(-1)![1];
}
