import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import holidays from './data/holidays.json' with { type: 'json' };
import type { CalendarDay, CalendarDayKind, CalendarDayStatus, CalendarYear } from './calendar.ts';

interface SourcedDay {
  readonly on: string;
  readonly kind: string;
  readonly status?: string;
  readonly worksAs?: number;
  readonly source?: string;
  readonly vi: string;
  readonly en: string;
}

interface SourcedYear {
  readonly year: number;
  readonly status: string;
  readonly source: string;
  readonly days: readonly SourcedDay[];
}

const years: readonly SourcedYear[] = holidays;

/** Names the edition that the functions below give. */
export const calendarEdition = JSON.stringify(holidays);

/** The years for which days off are known, with the decision that says so. */
export const calendarYears: readonly CalendarYear[] = years.map(({ year, status, source }) => ({
  year,
  status: status as CalendarYear['status'],
  source,
}));

/** The days off and makeup days of the whole country. */
export const nationalDays: readonly CalendarDay[] = years.flatMap((year) =>
  year.days.map((day) => ({
    on: day.on as Day,
    unitId: null,
    kind: day.kind as CalendarDayKind,
    status: (day.status ?? 'APPROVED') as CalendarDayStatus,
    worksAs: day.worksAs ?? null,
    name: text(day.vi, day.en),
    source: day.source ?? year.source,
  })),
);
