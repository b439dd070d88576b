import { weekdayOf, type Day } from './day.ts';

/** Office hours of one day in minutes since midnight, from inclusive, to exclusive: [450, 690] is 7:30 to 11:30. */
export type Span = readonly [from: number, to: number];

/** How one day is worked: its spans in order, and whether the law counts it as a working day ("ngày làm việc"). */
export interface DayPlan {
  readonly spans: readonly Span[];
  /** False on a day that is only partly worked beside the working week, such as a Saturday morning of the police. */
  readonly counts: boolean;
}

/** The hours of an ordinary week for a time, index 0 for Monday to 6 for Sunday. */
export interface WeeklyHours {
  readonly from: Day;
  readonly to?: Day | undefined;
  /** A season that comes back every year, both ends included, as MM-DD; it may run over the turn of the year. */
  readonly season?: { readonly from: string; readonly to: string } | undefined;
  readonly week: readonly DayPlan[];
}

/** What is different on one day: closed, or worked as if it were another weekday (1 for Monday to 7 for Sunday). */
export type DayOverride = 'closed' | { readonly worksAs: number };

export const closed: DayPlan = { spans: [], counts: false };

/**
 * The plan of a day: an override wins over the week; of several weeks that hold on the day a season wins over
 * the whole year, then the one that began last. A day of no week is closed.
 */
export function planOf(
  on: Day,
  weeks: readonly WeeklyHours[],
  overrides: ReadonlyMap<Day, DayOverride>,
): DayPlan {
  const override = overrides.get(on);
  if (override === 'closed') return closed;
  const weekday = override?.worksAs ?? weekdayOf(on);
  return weekHolding(on, weeks)?.week[weekday - 1] ?? closed;
}

function weekHolding(on: Day, weeks: readonly WeeklyHours[]): WeeklyHours | undefined {
  return weeks
    .filter((week) => week.from <= on && (week.to === undefined || on <= week.to))
    .filter(({ season }) => season === undefined || inSeason(on.slice(5), season))
    .toSorted((a, b) => rank(a) - rank(b) || (a.from < b.from ? -1 : 1))
    .at(-1);
}

function rank(week: WeeklyHours): number {
  return week.season === undefined ? 0 : 1;
}

function inSeason(monthDay: string, { from, to }: { from: string; to: string }): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}
