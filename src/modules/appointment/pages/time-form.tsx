import type { ComponentChildren } from 'preact';
import { ask, form, type Body, type Filled, type Lookups } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import {
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  InsetText,
  Tabs,
} from '#/ui/index.ts';
import { dayOf, parseDay, type Day } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import type { Guest } from '../appointment.ts';
import type { Slot } from '../slots.ts';
import type { About } from './about.ts';
import { dayWords } from './words.ts';

type Days = ReadonlyMap<Day, readonly Slot[]>;

const time = ask.listed({
  label: text('Mấy giờ?', 'At what time?'),
  required: true,
  optionsFrom: 'times',
  missing: text('Chọn một giờ', 'Choose a time'),
});

const ownForm = form({ time });
const guestForm = form({
  time,
  name: ask.personName({ label: text('Họ và tên của bạn', 'Your full name'), required: true }),
  phone: ask.phone({
    label: text('Số điện thoại', 'Telephone number'),
    hint: text(
      'Để cơ quan gọi nếu phải đổi giờ. Sau buổi hẹn một thời gian, số này được xóa.',
      'So that the office can call if the time must change. It is erased some time after the appointment.',
    ),
    required: true,
  }),
});

/** What was chosen, when nothing is wrong. */
export interface ReadTime extends Filled {
  readonly answers?: { readonly startsAt: Date; readonly guest: Guest | null } | undefined;
}

/** Reads the form against the times that are free, and who comes where that is asked. */
export function readTime(visit: Visit, body: Body, days: Days, asksGuest: boolean): ReadTime {
  const lookups = timesOf(visit, [...days.values()].flat());
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups };
  if (!asksGuest) {
    const reading = ownForm.read(body, setting);
    const { answers } = reading;
    return { ...reading, answers: answers && { startsAt: new Date(answers.time), guest: null } };
  }
  const reading = guestForm.read(body, setting);
  const { answers } = reading;
  if (!answers) return { ...reading, answers: undefined };
  const { name, phone } = answers;
  return { ...reading, answers: { startsAt: new Date(answers.time), guest: { name, phone } } };
}

/** The day whose times are shown: the one of the address or of what was chosen, else the first that has any. */
export function chosenDay(visit: Visit, days: Days, filled?: Filled): Day | undefined {
  const typed = filled?.typed['time'];
  const chosen = new Date(typeof typed === 'string' ? typed : NaN);
  const asked = Number.isNaN(chosen.getTime())
    ? parseDay(visit.query['ngay'] ?? '')
    : dayOf(chosen);
  return asked && days.has(asked) ? asked : days.keys().next().value;
}

export interface TimeFormProps {
  readonly visit: Visit;
  readonly title: string;
  readonly days: Days;
  readonly on: Day | undefined;
  readonly path: string;
  readonly back: string;
  readonly about: About | null;
  readonly filled?: Filled | undefined;
  readonly asksGuest: boolean;
  readonly button: string;
  readonly children: ComponentChildren;
}

/** The free days side by side, the times of one of them, and for guests who they are. */
export function TimeForm(props: TimeFormProps) {
  const { visit, days, on, path, about, filled = ownForm.blank } = props;
  const { lang } = visit;
  const asked = props.asksGuest ? guestForm : ownForm;
  return (
    <>
      <BackLink lang={lang} href={props.back} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{props.title}</h1>
      {props.children}
      {on !== undefined && (
        <>
          <h2>{say(lang, words.day)}</h2>
          <Tabs label={say(lang, words.day)} tabs={tabsOf(props)} />
          <Form csrf={visit.csrf} lang={lang} action={path}>
            {about?.procedure && <input type="hidden" name="procedure" value={about.procedure} />}
            {about?.dossier && <input type="hidden" name="dossier" value={about.dossier} />}
            <h2>{dayWords(on, lang)}</h2>
            <AskAll
              questions={asked.list}
              lang={lang}
              lookups={timesOf(visit, days.get(on)!)}
              {...filled}
            />
            {props.asksGuest && <InsetText>{say(lang, words.guest)}</InsetText>}
            <ButtonRow>
              <Button>{props.button}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </>
  );
}

function tabsOf({ visit: { lang }, days, on, path, about }: TimeFormProps) {
  return [...days.keys()].map((day) => {
    const query = new URLSearchParams({ ngay: day });
    if (about?.procedure) query.set('dich-vu', about.procedure);
    if (about?.dossier) query.set('ho-so', about.dossier);
    return { title: dayWords(day, lang), href: `${path}?${query}`, current: day === on };
  });
}

/** Times as they are chosen: the same instant at several desks is one time. */
function timesOf({ lang }: Visit, slots: readonly Slot[]): Lookups {
  const options = slots.map(({ startsAt, deskIds }) => {
    const when = formatTime(startsAt, lang);
    const last = deskIds.length === 1 ? ` ${say(lang, words.last)}` : '';
    return { value: startsAt.toISOString(), label: text(when + last, when + last) };
  });
  return { options: (list) => (list === 'times' ? options : []) };
}

const words = {
  day: text('Chọn ngày', 'Choose the day'),
  last: text('(còn 1 chỗ)', '(one place left)'),
  guest: text(
    'Không có tài khoản, bạn sẽ không được nhắc hẹn. Hãy ghi lại mã hẹn ở trang sau.',
    'Without an account you are not reminded. Write down the code on the next page.',
  ),
};
