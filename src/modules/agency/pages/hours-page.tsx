import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Body, type Filled, type Lookups } from '#/platform/form/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { proposeHours } from '../calendar-changes/propose.ts';
import { listUnits } from '../find-unit.ts';
import { selectOfficeHours } from '../store/calendars.ts';
import { refusalWords, showChangeForm } from './change-form.tsx';
import { readHours, readSeason } from './read-hours.ts';

const example = text('Ví dụ 7:00-11:30, 13:30-17:00', 'For example 7:00-11:30, 13:30-17:00');

const asked = form({
  unit: ask.listed({
    label: text('Cơ quan nào đổi giờ làm việc?', 'Which office changes its hours?'),
    hint: text(
      'Các bộ phận không có giờ riêng làm theo cơ quan này',
      'Departments without hours of their own work by it',
    ),
    optionsFrom: 'units',
    required: true,
  }),
  from: ask.date({ label: text('Từ ngày nào?', 'From which day?'), required: true }),
  to: ask.date({
    label: text('Đến hết ngày nào?', 'To which day?'),
    hint: text('Bỏ trống nếu chưa biết', 'Leave empty while it is open'),
  }),
  season: ask.text({
    label: text('Chỉ trong một mùa của mỗi năm?', 'Only in a season of every year?'),
    hint: text(
      'Ngày và tháng, ví dụ 16/04-15/10. Bỏ trống nếu cả năm',
      'Days and months, such as 16/04-15/10. Leave empty for the whole year',
    ),
    maxLength: 20,
  }),
  weekdays: ask.text({
    label: text('Giờ làm việc thứ Hai đến thứ Sáu', 'Hours from Monday to Friday'),
    hint: example,
    required: true,
    maxLength: 60,
  }),
  saturday: ask.text({
    label: text('Giờ làm việc thứ Bảy', 'Hours on Saturday'),
    hint: text(
      'Bỏ trống nếu nghỉ. Sáng thứ Bảy không tính là ngày làm việc',
      'Leave empty when closed. A Saturday morning is no working day of the law',
    ),
    maxLength: 60,
  }),
  source: ask.text({
    label: text('Theo văn bản nào?', 'By which document?'),
    hint: text('Số, ký hiệu và ngày của quyết định', 'Number and date of the decision'),
    required: true,
    maxLength: 300,
  }),
});

const words = {
  title: text('Đổi giờ làm việc', 'Change office hours'),
  wrongSeason: text('Nhập mùa theo mẫu, ví dụ 16/04-15/10', 'Enter the season like 16/04-15/10'),
  wrongHours: text(
    'Nhập giờ theo mẫu, ví dụ 7:00-11:30, 13:30-17:00',
    'Enter hours like 7:00-11:30, 13:30-17:00',
  ),
  wrongOrder: text(
    'Ngày cuối phải từ ngày đầu trở đi',
    'The last day must not be before the first',
  ),
} as const;

/** A form for other office hours: of a unit, from a day on, or in a season of every year. */
export async function showHours(tx: Tx, visit: Visit): Promise<Shown> {
  return shown(tx, visit, asked.blank);
}

/** Proposes them; they are applied where one sees what they move. */
export async function submitHours(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const lookups = await unitsWithHours(tx);
  const reading = asked.read(body, { today: dayOf(visit.now), demo: visit.isDemo, lookups });
  if (!reading.answers) return shown(tx, visit, reading, reading.again ? undefined : 422);
  const { unit, from, to, season, weekdays, saturday, source } = reading.answers;
  const [ordinary, short] = [readHours(weekdays), readHours(saturday ?? '')];
  const time = readSeason(season ?? '');
  const wrong: Record<string, Text> = {
    ...(ordinary === undefined || ordinary.length === 0 ? { weekdays: words.wrongHours } : {}),
    ...(short === undefined ? { saturday: words.wrongHours } : {}),
    ...(time === undefined ? { season: words.wrongSeason } : {}),
    ...(to !== undefined && to < from ? { to: words.wrongOrder } : {}),
  };
  if (!ordinary || !short || time === undefined || Object.keys(wrong).length > 0) {
    return shown(tx, visit, { ...reading, wrong }, 422);
  }
  const day = { spans: ordinary, counts: true };
  const closed = { spans: [], counts: false };
  const week = [day, day, day, day, day, { spans: short, counts: false }, closed];
  const hours = { from, to, season: time ?? undefined, week };
  const change = await proposeHours(tx, visit.actor!, { unitId: unit, hours, source });
  if (isRefusal(change)) {
    const box = change.refused === 'agency.hours-not-own' ? 'unit' : 'from';
    return shown(tx, visit, { ...reading, wrong: { [box]: refusalWords(change) } }, 422);
  }
  return { goTo: `/quan-tri/co-quan/lich/${change.id}` };
}

async function unitsWithHours(tx: Tx): Promise<Lookups> {
  const options: { value: string; label: Text }[] = [];
  for (const { id, name } of await listUnits(tx)) {
    const hours = await selectOfficeHours(tx, id);
    if (hours.some(({ unitId }) => unitId === id)) options.push({ value: id, label: name });
  }
  return { options: (list) => (list === 'units' ? options : []) };
}

async function shown(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown> {
  const lookups = await unitsWithHours(tx);
  const form = { title: words.title, questions: asked.list, lookups, filled };
  return showChangeForm(visit, form, status);
}
