import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Body, type Filled, type Lookups } from '#/platform/form/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { proposeDay } from '../calendar-changes/propose.ts';
import { listUnits } from '../find-unit.ts';
import { refusalWords, showChangeForm } from './change-form.tsx';
import { kindWords, weekdayWords } from './words.ts';

const declared = form({
  on: ask.date({
    label: text('Ngày nào?', 'Which day?'),
    hint: text('Ví dụ 31 12 2026', 'For example 31 12 2026'),
    required: true,
  }),
  kind: ask.radio(
    [
      { value: 'HOLIDAY', label: kindWords.HOLIDAY },
      { value: 'COMPENSATION', label: kindWords.COMPENSATION },
      { value: 'SWAPPED', label: kindWords.SWAPPED },
      { value: 'MAKEUP', label: kindWords.MAKEUP },
      { value: 'CLOSURE', label: kindWords.CLOSURE },
      { value: 'ORDINARY', label: text('Ngày bình thường trong tuần', 'An ordinary day') },
    ],
    {
      label: text('Ngày này là ngày gì?', 'What is this day?'),
      required: true,
      missing: text('Chọn loại ngày', 'Choose what the day is'),
    },
  ),
  worksAs: ask.select(
    weekdayWords.map((label, index) => ({ value: String(index + 1), label })),
    {
      label: text('Nếu làm bù: theo giờ của thứ mấy?', 'A working Saturday: by whose hours?'),
      hint: text(
        'Ví dụ làm bù cho thứ Hai thì chọn Thứ Hai',
        'When it makes up for a Monday, choose Monday',
      ),
    },
  ),
  unit: ask.listed({
    label: text('Của cơ quan nào?', 'Of which office?'),
    hint: text('Bỏ trống nếu là cả nước', 'Leave empty for the whole country'),
    optionsFrom: 'units',
  }),
  name: ask.text({
    label: text('Tên ngày', 'Name of the day'),
    hint: text('Ví dụ: Nghỉ bù Quốc khánh', 'For example: day off for National Day'),
    required: true,
    maxLength: 120,
  }),
  source: ask.text({
    label: text('Theo văn bản nào?', 'By which document?'),
    hint: text(
      'Số, ký hiệu và ngày của luật hoặc quyết định; người dân sẽ đọc được',
      'Number and date of the law or decision; applicants will read it',
    ),
    required: true,
    maxLength: 300,
  }),
});

const words = {
  title: text('Khai báo một ngày trong lịch', 'Declare a day of the calendar'),
  worksAsMissing: text('Chọn thứ mà ngày làm bù thay cho', 'Choose the weekday it stands for'),
} as const;

/** A form that declares a day: off, made up for, closed, or ordinary again. */
export async function showDeclaration(tx: Tx, visit: Visit): Promise<Shown> {
  return shown(tx, visit, declared.blank);
}

/** Proposes it; it is applied where one sees what it moves. */
export async function submitDeclaration(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const lookups = await unitsOf(tx);
  const reading = declared.read(body, { today: dayOf(visit.now), demo: visit.isDemo, lookups });
  if (!reading.answers) return shown(tx, visit, reading, reading.again ? undefined : 422);
  const { on, kind, worksAs, unit, name, source } = reading.answers;
  if (kind === 'MAKEUP' && worksAs === undefined) {
    return shown(tx, visit, { ...reading, wrong: { worksAs: words.worksAsMissing } }, 422);
  }
  const change = await proposeDay(tx, visit.actor!, {
    on,
    unitId: unit ?? null,
    kind,
    worksAs: worksAs === undefined ? null : Number(worksAs),
    name: text(name, name),
    source,
  });
  if (isRefusal(change)) {
    return shown(tx, visit, { ...reading, wrong: { on: refusalWords(change) } }, 422);
  }
  return { goTo: `/quan-tri/co-quan/lich/${change.id}` };
}

async function unitsOf(tx: Tx): Promise<Lookups> {
  const options = (await listUnits(tx)).map(({ id, name }) => ({ value: id, label: name }));
  return { options: (list) => (list === 'units' ? options : []) };
}

async function shown(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown> {
  const form = { title: words.title, questions: declared.list, lookups: await unitsOf(tx), filled };
  return showChangeForm(visit, form, status);
}
