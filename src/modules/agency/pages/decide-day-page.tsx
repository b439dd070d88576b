import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, DeskLayout, Button, ErrorSummary, Form, InsetText } from '#/ui/index.ts';
import { dayOf, formatDay, parseDay, partsOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import type { CalendarDay } from '../calendar.ts';
import { proposeDay } from '../calendar-changes/propose.ts';
import { listCalendarDays } from '../working-calendar.ts';
import { weekdayText } from './words.ts';

const decision = form({
  outcome: ask.radio(
    [
      { value: 'off', label: text('Là ngày nghỉ', 'It is a day off') },
      { value: 'working', label: text('Là ngày làm việc bình thường', 'It is an ordinary day') },
    ],
    {
      label: text('Ngày này là ngày gì?', 'What is this day?'),
      required: true,
      missing: text('Chọn ngày nghỉ hoặc ngày làm việc', 'Choose day off or ordinary day'),
    },
  ),
  source: ask.text({
    label: text('Theo văn bản nào?', 'By which document?'),
    hint: text(
      'Số, ký hiệu và ngày của luật hoặc quyết định',
      'Number and date of the law or decision',
    ),
    required: true,
    maxLength: 300,
  }),
});

const words = {
  title: text('{weekday}, {day}: {name}', '{weekday}, {day}: {name}'),
  effect: text(
    'Trước khi áp dụng, bạn sẽ xem hồ sơ nào đổi hạn. Chưa có gì thay đổi ở bước này.',
    'Before it is applied you see which dossiers get another due date. Nothing changes yet.',
  ),
  save: text('Xem ảnh hưởng', 'See what it moves'),
} as const;

/** Asks what a day of the calendar is that still awaits a decision. */
export async function showDecision(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const day = await dayAsked(tx, visit);
  return isRefusal(day) ? day : shown(visit, day, decision.blank);
}

/** Proposes the decision; it is applied where one sees what it moves. */
export async function submitDecision(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const day = await dayAsked(tx, visit);
  if (isRefusal(day)) return day;
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = decision.read(body, setting);
  if (!reading.answers) return shown(visit, day, reading, 422);
  const { outcome, source } = reading.answers;
  const change = await proposeDay(tx, visit.actor!, {
    ...day,
    kind: outcome === 'off' ? day.kind : 'ORDINARY',
    source,
  });
  return isRefusal(change) ? change : { goTo: `/quan-tri/co-quan/lich/${change.id}` };
}

async function dayAsked(tx: Tx, visit: Visit): Promise<CalendarDay | Refusal> {
  const on = parseDay(visit.params['on'] ?? '');
  const days = on ? await listCalendarDays(tx, partsOf(on).year, null) : [];
  const found = days.find((day) => day.on === on && day.status !== 'APPROVED');
  return found ?? refuse('agency.no-such-day');
}

function shown(visit: Visit, day: CalendarDay, filled: Filled, status?: 422): Shown {
  const { lang } = visit;
  const facts = {
    weekday: say(lang, weekdayText(day.on)),
    day: formatDay(day.on),
    name: say(lang, day.name),
  };
  const title = say(lang, fill(words.title, facts));
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href={`/quan-tri/co-quan?nam=${partsOf(day.on).year}#lich`} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <InsetText>{day.source}</InsetText>
      <Form csrf={visit.csrf} lang={lang}>
        <AskAll questions={decision.list} lang={lang} {...filled} />
        <p>{say(lang, words.effect)}</p>
        <Button>{say(lang, words.save)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}
