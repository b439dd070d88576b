import { addDays, parseDay, weekdayOf, type Day } from '#/values/day.ts';
import { hungKingsOn, tetOn } from '#/values/lunar.ts';
import { text } from '#/values/text.ts';
import rules from '../data/holiday-rules.json' with { type: 'json' };
import type { CalendarDay } from '../calendar.ts';
import type { YearPlan } from './calendar-change.ts';

interface HolidayRule {
  readonly solar?: string;
  readonly tet?: number;
  readonly hungKings?: boolean;
  readonly vi: string;
  readonly en: string;
}

interface YearRule {
  /** The first year to which it applies. */
  readonly from: number;
  readonly source: string;
  readonly days: readonly HolidayRule[];
}

const yearRules: readonly YearRule[] = rules;

/**
 * The days off of a year as far as the law itself tells them, with the days in lieu of those on a weekend: where the
 * yearly decision starts from, which chooses among what the law leaves open. Undefined before the first law known here.
 */
export function yearByLaw(year: number): YearPlan | undefined {
  const rule = yearRules.findLast(({ from }) => from <= year);
  if (!rule) return undefined;
  const holidays = rule.days.map((holiday) => dayOff(onOf(holiday, year), holiday, rule.source));
  return { status: 'PROPOSED', source: rule.source, days: withDaysInLieu(holidays) };
}

function onOf({ solar, tet, hungKings }: HolidayRule, year: number): Day {
  if (tet !== undefined) return addDays(tetOn(year), tet);
  return hungKings === true ? hungKingsOn(year) : parseDay(`${year}-${solar}`)!;
}

function dayOff(on: Day, { vi, en }: Pick<HolidayRule, 'vi' | 'en'>, source: string): CalendarDay {
  return {
    on,
    unitId: null,
    kind: 'HOLIDAY',
    status: 'PROPOSED',
    worksAs: null,
    name: text(vi, en),
    source,
  };
}

/** A holiday on the weekly rest is made up for by the next working day (Labour Code, article 111, clause 3). */
function withDaysInLieu(holidays: readonly CalendarDay[]): CalendarDay[] {
  const days = holidays.toSorted((a, b) => a.on.localeCompare(b.on));
  const taken = new Set(days.map(({ on }) => on));
  const inLieu = days
    .filter(({ on }) => isWeekend(on))
    .map((holiday) => {
      let on = addDays(holiday.on, 1);
      while (isWeekend(on) || taken.has(on)) on = addDays(on, 1);
      taken.add(on);
      const { vi, en } = holiday.name;
      const name = text(`Nghỉ bù ${vi}`, `Day off for ${en}`);
      return { ...holiday, on, kind: 'COMPENSATION' as const, name };
    });
  return [...days, ...inLieu].toSorted((a, b) => a.on.localeCompare(b.on));
}

function isWeekend(on: Day): boolean {
  return weekdayOf(on) > 5;
}
