import { partsOf, type Day } from '#/values/day.ts';
import type { WeeklyHours } from '#/values/office-hours.ts';
import type { CalendarDay, CalendarYear } from '../calendar.ts';

/** Office hours as a decision sets them. */
export interface OfficeHours extends WeeklyHours {
  readonly id: string;
  /** Whose they are. */
  readonly unitId: string;
}

/** One day is something else than it was; null for an ordinary day of the week. */
export interface DayChange {
  readonly kind: 'DAY';
  readonly on: Day;
  readonly before: CalendarDay | null;
  readonly after: CalendarDay | null;
}

/** A unit works at other hours from a day on, or in a season. */
export interface HoursChange {
  readonly kind: 'HOURS';
  readonly hours: OfficeHours;
}

/** The days of the country in one year, with the decision that sets them. */
export interface YearPlan extends Pick<CalendarYear, 'status' | 'source'> {
  readonly days: readonly CalendarDay[];
}

/** The yearly decision: all days off, swapped and made up for of the country in a year; `before` null for a new year. */
export interface YearChange {
  readonly kind: 'YEAR';
  readonly year: number;
  readonly before: YearPlan | null;
  readonly after: YearPlan;
}

/** A change of a working calendar: looked at before it is applied, because it moves deadlines. */
export interface CalendarChange {
  readonly id: string;
  /** Whose calendar, with all units below; null for the whole country. */
  readonly unitId: string | null;
  readonly detail: DayChange | HoursChange | YearChange;
  /** The law or decision that orders it. */
  readonly source: string;
  readonly proposedBy: string | null;
  /** Person who proposed it; null for a new edition of the national calendar. */
  readonly proposedPerson: string | null;
  readonly proposedAt: Date;
  readonly appliedBy: string | null;
  readonly appliedAt: Date | null;
  readonly droppedAt: Date | null;
}

/** The days as they are once a change holds. */
export function daysAfter(days: readonly CalendarDay[], change: CalendarChange): CalendarDay[] {
  const { detail } = change;
  if (detail.kind === 'YEAR') return withYear(days, detail.year, detail.after);
  return detail.kind === 'DAY' ? withDay(days, change, detail.after) : [...days];
}

/** The days as they would be without it. */
export function daysBefore(days: readonly CalendarDay[], change: CalendarChange): CalendarDay[] {
  const { detail } = change;
  if (detail.kind === 'YEAR') return withYear(days, detail.year, detail.before);
  return detail.kind === 'DAY' ? withDay(days, change, detail.before) : [...days];
}

/** The years that have a calendar once a change holds. One that begins to have one had none before. */
export function yearsAfter(
  years: readonly CalendarYear[],
  { detail }: CalendarChange,
): CalendarYear[] {
  if (detail.kind !== 'YEAR') return [...years];
  const { year, after } = detail;
  const others = years.filter((one) => one.year !== year);
  return [...others, { year, status: after.status, source: after.source }].toSorted(
    (a, b) => a.year - b.year,
  );
}

function withYear(
  days: readonly CalendarDay[],
  year: number,
  plan: YearPlan | null,
): CalendarDay[] {
  const others = days.filter(({ on, unitId }) => unitId !== null || partsOf(on).year !== year);
  return [...others, ...(plan?.days ?? [])];
}

function withDay(
  days: readonly CalendarDay[],
  { unitId, detail }: CalendarChange,
  day: CalendarDay | null,
): CalendarDay[] {
  const on = detail.kind === 'DAY' ? detail.on : undefined;
  const others = days.filter((each) => each.on !== on || each.unitId !== unitId);
  return day === null ? others : [...others, day];
}

/** The hours as they are once a change holds; only of who works by the hours of that unit. */
export function hoursAfter(hours: readonly OfficeHours[], change: CalendarChange): OfficeHours[] {
  const others = hoursBefore(hours, change);
  const isTheirs = others.some(({ unitId }) => unitId === change.unitId);
  return change.detail.kind === 'HOURS' && isTheirs ? [...others, change.detail.hours] : others;
}

/** The hours as they would be without it. */
export function hoursBefore(
  hours: readonly OfficeHours[],
  { detail }: CalendarChange,
): OfficeHours[] {
  return detail.kind === 'HOURS' ? hours.filter(({ id }) => id !== detail.hours.id) : [...hours];
}
