import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, partsOf, type Day } from '#/values/day.ts';
import { fill, text, type Text } from '#/values/text.ts';
import type { CalendarDay } from '../calendar.ts';
import type { YearPlan } from '../calendar-changes/calendar-change.ts';
import { proposeYear, yearAsItIs } from '../calendar-changes/propose.ts';
import { yearByLaw } from '../calendar-changes/year-by-law.ts';
import { showChangeForm } from './change-form.tsx';
import { kindWords, weekdayWords } from './words.ts';

const yearly = form({
  source: ask.text({
    label: text('Theo văn bản nào?', 'By which document?'),
    hint: text(
      'Số, ký hiệu và ngày của thông báo, quyết định về ngày nghỉ trong năm',
      'Number and date of the decision on the days off of the year',
    ),
    required: true,
    maxLength: 300,
  }),
  days: ask.table(
    {
      on: ask.date({ label: text('Ngày', 'Day'), required: true }),
      kind: ask.select(
        (['HOLIDAY', 'COMPENSATION', 'SWAPPED', 'MAKEUP'] as const).map((value) => ({
          value,
          label: kindWords[value],
        })),
        { label: text('Loại ngày', 'Kind of day'), required: true },
      ),
      worksAs: ask.select(
        weekdayWords.map((label, index) => ({ value: String(index + 1), label })),
        { label: text('Nếu làm bù: theo giờ của thứ mấy?', 'If worked: by whose hours?') },
      ),
      name: ask.text({
        label: text('Tên ngày', 'Name of the day'),
        required: true,
        maxLength: 120,
      }),
    },
    {
      label: text('Các ngày nghỉ, hoán đổi và làm bù của cả nước', 'Days off, swapped and worked'),
      hint: text(
        'Đã điền sẵn theo luật và lịch đang dùng. Sửa theo quyết định của năm.',
        'Filled in by the law and by the present calendar. Change it to what was decided.',
      ),
      required: true,
    },
  ),
});

const words = {
  title: text('Lập lịch nghỉ năm {year}', 'Set the days off of {year}'),
  otherYear: text('Ngày này không thuộc năm {year}', 'This day is not in {year}'),
  twice: text('Ngày này đã có ở trên', 'This day stands above already'),
  worksAs: text('Chọn thứ mà ngày làm bù thay cho', 'Choose the weekday it stands for'),
} as const;

/** A form with all special days of a year, as they are known or follow from the law. */
export async function showYear(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const year = yearOf(visit);
  const plan = (await yearAsItIs(tx, year)) ?? yearByLaw(year);
  if (!plan) return refuse('agency.no-calendar-of-year', { year: String(year) });
  return shown(visit, year, yearly.filledWith({ source: plan.source, days: rowsOf(plan) }));
}

/** Proposes the year; a second person approves it where the deadlines are seen that it moves. */
export async function submitYear(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const year = yearOf(visit);
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = yearly.read(body, setting);
  if (!reading.answers) return shown(visit, year, reading, reading.again ? undefined : 422);
  const { source, days } = reading.answers;
  const wrong = faultsOf(days, year);
  if (Object.keys(wrong).length > 0) return shown(visit, year, { ...reading, wrong }, 422);
  const proposed = await proposeYear(tx, visit.actor!, {
    year,
    source,
    days: days.map((row) => dayOfRow(row, source)).toSorted((a, b) => a.on.localeCompare(b.on)),
  });
  return isRefusal(proposed) ? proposed : { goTo: `/quan-tri/co-quan/lich/${proposed.id}` };
}

type Row = NonNullable<ReturnType<typeof yearly.read>['answers']>['days'][number];

function yearOf(visit: Visit): number {
  const asked = visit.params['year'] ?? '';
  return /^20\d\d$/.test(asked) ? Number(asked) : 0;
}

function rowsOf({ days }: YearPlan): Row[] {
  return days
    .filter(({ status }) => status !== 'AWAITING')
    .flatMap(({ on, kind, worksAs, name }) =>
      kind === 'CLOSURE'
        ? []
        : [{ on, kind, worksAs: worksAs === null ? undefined : String(worksAs), name: name.vi }],
    );
}

function dayOfRow({ on, kind, worksAs, name }: Row, source: string): CalendarDay {
  return {
    on,
    unitId: null,
    kind,
    status: 'PROPOSED',
    worksAs: kind === 'MAKEUP' ? Number(worksAs) : null,
    name: text(name, name),
    source,
  };
}

function faultsOf(days: readonly Row[], year: number): Record<string, Text> {
  const wrong: Record<string, Text> = {};
  const seen = new Set<Day>();
  for (const [at, { on, kind, worksAs }] of days.entries()) {
    if (partsOf(on).year !== year)
      wrong[`days.${at}.on.day`] = fill(words.otherYear, { year: String(year) });
    else if (seen.has(on)) wrong[`days.${at}.on.day`] = words.twice;
    if (kind === 'MAKEUP' && worksAs === undefined) wrong[`days.${at}.worksAs`] = words.worksAs;
    seen.add(on);
  }
  return wrong;
}

function shown(visit: Visit, year: number, filled: Filled, status?: 422): Shown {
  const title = fill(words.title, { year: String(year) });
  return showChangeForm(
    visit,
    { title, questions: yearly.list, lookups: noLookups, filled },
    status,
  );
}
