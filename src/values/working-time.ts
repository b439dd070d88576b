import { dayNumber, dayOfNumber, partsOf, zoneMinutes, type Day } from './day.ts';
import { closed, type DayPlan, type Span } from './office-hours.ts';

/** There is no calendar for the year that was asked for: a deadline there cannot be told. */
export class NoCalendarForYear extends Error {
  override readonly name = 'NoCalendarForYear';
  readonly year: number;
  constructor(year: number) {
    super(`There is no calendar for this year: ${year}`);
    this.year = year;
  }
}

/** An office's working time between two days. All arithmetic is in whole minutes; seconds are cut off. */
export interface WorkingCalendar {
  readonly first: Day;
  readonly last: Day;
  /** The spans of a day, none when it is closed. */
  spansOn(on: Day): readonly Span[];
  /** Whether the law counts it as a working day. */
  isWorkingDay(on: Day): boolean;
  /** Whether the office is open: from the first minute of a span to before its end. */
  isWorking(at: Date): boolean;
  /** The instant itself when the office is open, else the next opening. */
  nextWorking(at: Date): Date;
  /** Working minutes from `from` to `to`, negative when `to` is earlier. */
  workedMinutes(from: Date, to: Date): number;
  /**
   * The earliest instant by which so many working minutes have passed (negative: counted back). One that falls
   * together with the end of a span stays at closing time. With 0 minutes: the next working instant.
   */
  addWorkingMinutes(to: Date, minutes: number): Date;
  /**
   * The same time of day so many working days later. An instant outside working hours counts as the closing
   * before it, so that what comes in on a Sunday is due by closing time of Monday after one day.
   */
  addWorkingDays(to: Date, days: number): Date;
  /** Closing time of the working day that is `later` working days after the first one on or after a day. */
  closingOf(on: Day, later?: number): Date;
  /** The same office without the hours of days that the law does not count, such as Saturday mornings. */
  countedOnly(): WorkingCalendar;
}

/** Builds the calendar of a range of days by running sums of working minutes and working days. */
export function workingCalendar(
  first: Day,
  last: Day,
  planOf: (on: Day) => DayPlan,
): WorkingCalendar {
  const base = dayNumber(first);
  const plans = Array.from({ length: dayNumber(last) - base + 1 }, (_, i) =>
    sound(planOf(dayOfNumber(base + i))),
  );
  const minutesBefore = sums(plans, (plan) =>
    plan.spans.reduce((total, [from, to]) => total + to - from, 0),
  );
  const daysBefore = sums(plans, (plan) => (plan.counts ? 1 : 0));

  function indexOf(on: number): number {
    const index = on - base;
    if (index < 0 || index >= plans.length) throw new NoCalendarForYear(yearOf(on));
    return index;
  }

  function split(at: Date): { index: number; minute: number } {
    const local = Math.floor(at.getTime() / 60_000) + zoneMinutes;
    const number = Math.floor(local / 1440);
    return { index: indexOf(number), minute: local - number * 1440 };
  }

  function join(index: number, minute: number): Date {
    return new Date(((base + index) * 1440 + minute - zoneMinutes) * 60_000);
  }

  /** Working minutes since the first day. */
  function position(at: Date): number {
    const { index, minute } = split(at);
    return plans[index]!.spans.reduce(
      (total, [from, to]) => total + Math.max(0, Math.min(minute, to) - from),
      minutesBefore[index]!,
    );
  }

  /** The earliest instant with that many working minutes before it. */
  function instantOf(target: number): Date {
    if (target <= 0) throw new NoCalendarForYear(yearOf(base - 1));
    const index = firstReaching(minutesBefore, target);
    if (index === undefined) throw new NoCalendarForYear(yearOf(base + plans.length));
    let left = target - minutesBefore[index]!;
    for (const [from, to] of plans[index]!.spans) {
      if (left <= to - from) return join(index, from + left);
      left -= to - from;
    }
    throw new Error('Sums and spans of the calendar disagree');
  }

  function nextWorking(at: Date): Date {
    const { index, minute } = split(at);
    const ahead = plans[index]!.spans.find(([, to]) => minute < to);
    if (ahead) return join(index, Math.max(minute, ahead[0]));
    const next = firstReaching(minutesBefore, minutesBefore[index + 1]! + 1);
    if (next === undefined) throw new NoCalendarForYear(yearOf(base + plans.length));
    return join(next, plans[next]!.spans[0]![0]);
  }

  /** The day on which the n-th working day lies, counted from 1. */
  function workingDay(n: number): number {
    if (n < 1) throw new NoCalendarForYear(yearOf(base - 1));
    const index = firstReaching(daysBefore, n);
    if (index === undefined) throw new NoCalendarForYear(yearOf(base + plans.length));
    return index;
  }

  const hasUncounted = plans.some(({ counts, spans }) => !counts && spans.length > 0);
  let counted: WorkingCalendar | undefined;

  const calendar: WorkingCalendar = {
    first,
    last,
    spansOn: (on) => plans[indexOf(dayNumber(on))]!.spans,
    isWorkingDay: (on) => plans[indexOf(dayNumber(on))]!.counts,
    isWorking(at) {
      const { index, minute } = split(at);
      return plans[index]!.spans.some(([from, to]) => from <= minute && minute < to);
    },
    nextWorking,
    workedMinutes: (from, to) => position(to) - position(from),
    addWorkingMinutes(to, minutes) {
      if (!Number.isSafeInteger(minutes)) throw new RangeError(`Not whole minutes: ${minutes}`);
      return minutes === 0 ? nextWorking(to) : instantOf(position(to) + minutes);
    },
    addWorkingDays(to, days) {
      if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`Not days: ${days}`);
      const { index, minute } = split(to);
      const plan = plans[index]!;
      const opening = plan.counts ? plan.spans[0]![0] : Infinity;
      const begun = minute >= opening;
      const target = workingDay(daysBefore[index]! + (begun ? 1 : 0) + days);
      return join(
        target,
        begun ? within(plans[target]!, openMinute(plan, minute)) : closing(plans[target]!),
      );
    },
    closingOf(on, later = 0) {
      const target = workingDay(daysBefore[indexOf(dayNumber(on))]! + 1 + later);
      return join(target, closing(plans[target]!));
    },
    countedOnly() {
      if (!hasUncounted) return calendar;
      return (counted ??= workingCalendar(first, last, (on) => {
        const plan = plans[indexOf(dayNumber(on))]!;
        return plan.counts ? plan : closed;
      }));
    },
  };
  return calendar;
}

/** A minute of an opened day, moved back to the last span's end when the office is closed then. */
function openMinute(plan: DayPlan, minute: number): number {
  const span = plan.spans.findLast(([from]) => from <= minute)!;
  return Math.min(minute, span[1]);
}

/** The same minute on another day, kept inside its spans. */
function within(plan: DayPlan, minute: number): number {
  return minute < plan.spans[0]![0] ? plan.spans[0]![0] : openMinute(plan, minute);
}

function closing(plan: DayPlan): number {
  return plan.spans.at(-1)![1];
}

function sound(plan: DayPlan): DayPlan {
  let end = 0;
  for (const [from, to] of plan.spans) {
    if (from < end || to <= from || to > 1440)
      throw new RangeError('Office hours overlap or run out of the day');
    end = to;
  }
  if (plan.counts && plan.spans.length === 0) throw new RangeError('A working day without hours');
  return plan;
}

/** `sums[i]` is the total before day i; one entry more than there are days. */
function sums(plans: readonly DayPlan[], amount: (plan: DayPlan) => number): Int32Array {
  const result = new Int32Array(plans.length + 1);
  plans.forEach((plan, i) => {
    result[i + 1] = result[i]! + amount(plan);
  });
  return result;
}

/** The first day whose end reaches the target, by bisection. */
function firstReaching(before: Int32Array, target: number): number | undefined {
  let low = 0;
  let high = before.length - 1;
  if (before[high]! < target) return undefined;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before[middle + 1]! >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

function yearOf(number: number): number {
  return partsOf(dayOfNumber(number)).year;
}
