import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Body, type Filled, type Lookups } from '#/platform/form/index.ts';
import type { Actor, Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
} from '#/ui/index.ts';
import { dayOf, formatDay, parseDay } from '#/values/day.ts';
import { compareNames } from '#/values/person-name.ts';
import { fill, say, text } from '#/values/text.ts';
import { endAbsence, listOwnAbsences, recordAbsence, type Absence } from '../absence.ts';
import { refusals } from '../refusals.ts';
import { selectColleagues } from '../store/posts.ts';

const absence = form({
  from: ask.date({
    label: text('Vắng mặt từ ngày nào?', 'First day away'),
    hint: text('Ví dụ 27 3 2027', 'For example 27 3 2027'),
    required: true,
  }),
  to: ask.date({
    label: text('Đến hết ngày nào?', 'Last day away'),
    hint: text('Ví dụ 31 3 2027', 'For example 31 3 2027'),
    required: true,
  }),
  deputy: ask.listed({
    label: text('Ai làm thay?', 'Who stands in?'),
    hint: text(
      'Người làm thay có mọi vai trò của bạn trong những ngày này. Bỏ trống nếu không có ai',
      'The deputy holds all your posts on these days. Leave empty when there is nobody',
    ),
    optionsFrom: 'colleagues',
  }),
});

const words = {
  title: text('Vắng mặt, ủy quyền', 'Absence and deputies'),
  none: text('Bạn chưa báo vắng mặt ngày nào', 'You have reported no absence'),
  noneHint: text(
    'Khi vắng mặt, hãy báo trước để hồ sơ của dân không phải chờ.',
    'Report it beforehand, so that people’s dossiers need not wait.',
  ),
  line: text('Từ {from} đến hết {to}', 'From {from} to {to}'),
  deputy: text('Người làm thay: {name}', 'Deputy: {name}'),
  nobody: text('Không có người làm thay', 'No deputy'),
  back: text('Tôi có mặt', 'I am here'),
  report: text('Báo vắng mặt', 'Report an absence'),
  save: text('Báo vắng mặt', 'Report the absence'),
  saved: text('Đã báo vắng mặt từ {from} đến hết {to}', 'Absence from {from} to {to} was reported'),
  returned: text('Bạn được coi là có mặt từ hôm nay', 'You count as present from today on'),
} as const;

/** Where each "no" belongs in the form. */
const places: Readonly<Record<string, 'from' | 'to' | 'deputy'>> = {
  'agency.absence-overlaps': 'from',
  'agency.absence-ends-before-it-begins': 'to',
  'agency.deputy-holds-no-post': 'deputy',
};

/** One's own absences and a form for the next one. */
export async function showAbsences(tx: Tx, visit: Visit): Promise<Shown> {
  return shown(tx, visit, absence.blank);
}

/** Reports an absence. */
export async function submitAbsence(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
  const actor = visit.actor!;
  const today = dayOf(visit.now);
  const lookups = await colleaguesOf(tx, actor);
  const reading = absence.read(body, { today, demo: visit.isDemo, lookups });
  if (!reading.answers) return shown(tx, visit, reading, 422);
  const { from, to, deputy } = reading.answers;
  const wanted: Absence = { personId: actor.personId, deputyId: deputy ?? null, from, to };
  const recorded = await recordAbsence(tx, actor, wanted);
  if (isRefusal(recorded)) return shown(tx, visit, { ...reading, wrong: wrongOf(recorded) }, 422);
  return {
    goTo: '/can-bo/vang-mat',
    notice: say(visit.lang, fill(words.saved, { from: formatDay(from), to: formatDay(to) })),
  };
}

/** Ends an absence before its time. */
export async function submitReturn(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const typed = body['from'];
  const from = parseDay(typeof typed === 'string' ? typed : '');
  const ended = from ? await endAbsence(tx, visit.actor!, from) : refuse('agency.no-such-absence');
  if (isRefusal(ended)) return ended;
  return { goTo: '/can-bo/vang-mat', notice: say(visit.lang, words.returned) };
}

function wrongOf({ refused }: Refusal): Filled['wrong'] {
  const code = refused as keyof typeof refusals;
  return { [places[code] ?? 'from']: refusals[code].words };
}

async function colleaguesOf(tx: Tx, actor: Actor): Promise<Lookups> {
  const people = (await selectColleagues(tx, actor.personId, dayOf(actor.at))).toSorted((a, b) =>
    compareNames(a.name, b.name),
  );
  const options = people.map(({ personId, name, title }) => ({
    value: personId,
    label: text(`${name}, ${title}`, `${name}, ${title}`),
  }));
  return { options: (list) => (list === 'colleagues' ? options : []) };
}

async function shown(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown> {
  const { lang } = visit;
  const lookups = await colleaguesOf(tx, visit.actor!);
  const absences = await listOwnAbsences(tx, visit.actor!);
  const title = say(lang, words.title);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/can-bo" />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      {absences.length === 0 && (
        <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
      )}
      {absences.map((each) => (
        <Known key={each.from} visit={visit} absence={each} lookups={lookups} />
      ))}
      <h2>{say(lang, words.report)}</h2>
      <Form csrf={visit.csrf} lang={lang} action="/can-bo/vang-mat">
        <AskAll questions={absence.list} lang={lang} lookups={lookups} {...filled} />
        <Button>{say(lang, words.save)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}

interface KnownProps {
  readonly visit: Visit;
  readonly absence: Absence;
  readonly lookups: Lookups;
}

function Known({ visit: { lang, csrf }, absence: { from, to, deputyId }, lookups }: KnownProps) {
  const deputy = lookups.options('colleagues').find(({ value }) => value === deputyId);
  const line = say(lang, fill(words.line, { from: formatDay(from), to: formatDay(to) }));
  return (
    <Form csrf={csrf} lang={lang} action="/can-bo/vang-mat/tro-lai">
      <h2>{line}</h2>
      <p>
        {say(lang, deputy ? fill(words.deputy, { name: say(lang, deputy.label) }) : words.nobody)}
      </p>
      <input type="hidden" name="from" value={from} />
      <Button look="secondary" small about={line}>
        {say(lang, words.back)}
      </Button>
    </Form>
  );
}
