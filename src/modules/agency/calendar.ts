import type { Day } from '#/values/day.ts';
import type { DayOverride } from '#/values/office-hours.ts';
import type { Text } from '#/values/text.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';

/**
 * HOLIDAY: nghỉ lễ, tết (Labour Code 45/2019/QH14, article 112). COMPENSATION: nghỉ bù for a holiday on a weekend
 * (article 111). SWAPPED and MAKEUP: hoán đổi, a day off for a Saturday worked. CLOSURE: an office closed by its own
 * decision, such as in a storm.
 */
export type CalendarDayKind = 'HOLIDAY' | 'COMPENSATION' | 'SWAPPED' | 'MAKEUP' | 'CLOSURE';

/**
 * APPROVED: fixed by law or decision. PROPOSED: the law gives the day off, but which day awaits the yearly decision; it
 * is applied meanwhile. AWAITING: not law yet ("chờ xác nhận"); it is not applied.
 */
export type CalendarDayStatus = 'APPROVED' | 'PROPOSED' | 'AWAITING';

/** A day that differs from the ordinary week. */
export interface CalendarDay {
  readonly on: Day;
  /** The unit whose day it is, null for the whole country. */
  readonly unitId: string | null;
  readonly kind: CalendarDayKind;
  readonly status: CalendarDayStatus;
  /** The weekday whose hours hold on a day of MAKEUP, 1 for Monday. */
  readonly worksAs: number | null;
  readonly name: Text;
  readonly source: string;
}

/** A year that has a calendar; while it is only proposed, deadlines in it are provisional. */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'APPROVED' | 'PROPOSED';
  readonly source: string;
}

/** The working calendar of a unit, and which state of the data it was made from. */
export interface UnitCalendar extends WorkingCalendar {
  /** To be kept with every due date that is told: another version may tell another one. */
  readonly version: string;
  /** Whether the due date may move, because its year still awaits the yearly decision on days off. */
  isProvisional(due: Date): boolean;
}

/** What the days mean for work. Of the same day the unit's own one wins over the country's. */
export function overridesOf(days: readonly CalendarDay[]): Map<Day, DayOverride> {
  const applied = days.filter(({ status }) => status !== 'AWAITING');
  const ordered = applied.toSorted((a, b) => Number(a.unitId !== null) - Number(b.unitId !== null));
  return new Map(ordered.map((day) => [day.on, overrideOf(day)]));
}

function overrideOf(day: CalendarDay): DayOverride {
  return day.worksAs === null ? 'closed' : { worksAs: day.worksAs };
}
