import type { Day } from '#/values/day.ts';
import type { WeeklyHours } from '#/values/office-hours.ts';
import type { CalendarDay } from '../calendar.ts';

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

/** A change of a working calendar: looked at before it is applied, because it moves deadlines. */
export interface CalendarChange {
  readonly id: string;
  /** Whose calendar, with all units below; null for the whole country. */
  readonly unitId: string | null;
  readonly detail: DayChange | HoursChange;
  /** The law or decision that orders it. */
  readonly source: string;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly appliedBy: string | null;
  readonly appliedAt: Date | null;
  readonly droppedAt: Date | null;
}

/** The days as they are once a change holds. */
export function daysAfter(days: readonly CalendarDay[], change: CalendarChange): CalendarDay[] {
  return change.detail.kind === 'DAY' ? withDay(days, change, change.detail.after) : [...days];
}

/** The days as they would be without it. */
export function daysBefore(days: readonly CalendarDay[], change: CalendarChange): CalendarDay[] {
  return change.detail.kind === 'DAY' ? withDay(days, change, change.detail.before) : [...days];
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
