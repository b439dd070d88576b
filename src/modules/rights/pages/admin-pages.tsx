import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  Card,
  Cards,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  SummaryList,
  Table,
  Tag,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { keepers } from '../access.ts';
import { closeEntry, listEntries, type Entry, type Register } from '../store/entries.ts';
import { enter } from '../enter.ts';
import { listRules, listRuns } from '../store/retention.ts';
import { runRetention } from '../retention.ts';
import { whats, words } from './admin-words.ts';

const home = '/quan-tri/du-lieu-ca-nhan';

const line = (vi: string, en: string) =>
  ask.textarea({ label: text(vi, en), required: true, maxLength: 2000 });

const title = ask.text({
  label: text('Tên, không ghi tên người dân', 'Name; do not name people'),
  required: true,
  maxLength: 200,
});

const registers = {
  'xu-ly': {
    register: 'PROCESSING' as Register,
    name: text('Sổ hoạt động xử lý dữ liệu', 'Register of processing'),
    form: form({
      title,
      purpose: line('Mục đích và căn cứ pháp luật', 'Purpose and legal basis'),
      data: line('Loại dữ liệu và nhóm người', 'Kinds of data and groups of people'),
      recipients: line('Ai nhận, lưu bao lâu', 'Who gets it, how long it is kept'),
    }),
  },
  'danh-gia': {
    register: 'IMPACT' as Register,
    name: text('Sổ đánh giá tác động', 'Register of impact assessments'),
    form: form({
      title,
      risks: line('Rủi ro đối với người dân', 'Risks for people'),
      measures: line('Biện pháp bảo vệ', 'Measures'),
      verdict: line('Kết luận và người chịu trách nhiệm', 'Conclusion and who answers for it'),
    }),
  },
  'vi-pham': {
    register: 'BREACH' as Register,
    name: text('Sổ vi phạm dữ liệu', 'Register of breaches'),
    form: form({
      title,
      happened: line(
        'Điều gì đã xảy ra, phát hiện thế nào',
        'What happened, and how it was noticed',
      ),
      affected: line('Bao nhiêu người, loại dữ liệu nào', 'How many people, which data'),
      measures: line('Đã làm gì để hạn chế', 'What was done about it'),
    }),
  },
} as const;

type Slug = keyof typeof registers;

/** Registers and retention, kept by administrators. */
export function adminRoutes({ database }: Services): Route[] {
  return [
    get(home, keepers, showHome),
    get(`${home}/so/:slug`, keepers, async (tx, visit) => {
      const slug = slugOf(visit);
      return slug
        ? showRegister(tx, visit, slug, registers[slug].form.blank)
        : refuse('rights.none');
    }),
    post(`${home}/so/:slug`, keepers, addEntry),
    post(`${home}/so/:slug/dong`, keepers, close),
    get(`${home}/luu-giu`, keepers, showRetention),
    post(`${home}/luu-giu`, keepers, async (_tx, { actor, lang }) => ({
      aside: async () => {
        await runRetention(database, { at: actor!.at, isDry: true, by: actor!.accountId });
        return async () => ({ goTo: `${home}/luu-giu`, notice: say(lang, words.counted) });
      },
    })),
  ];
}

function slugOf({ params }: Visit): Slug | undefined {
  const slug = params['slug'] ?? '';
  return Object.hasOwn(registers, slug) ? (slug as Slug) : undefined;
}

async function showHome(_tx: Tx, { lang }: Visit): Promise<Shown> {
  const places: readonly (readonly [string, Text])[] = [
    ...Object.entries(registers).map(([slug, { name }]) => [`${home}/so/${slug}`, name] as const),
    [`${home}/luu-giu`, words.retention],
  ];
  const view = (
    <DeskLayout lang={lang}>
      <h1>{say(lang, words.title)}</h1>
      <ul>
        {places.map(([href, name]) => (
          <li key={href}>
            <Link href={href}>{say(lang, name)}</Link>
          </li>
        ))}
      </ul>
    </DeskLayout>
  );
  return { title: say(lang, words.title), layout: 'desk', view };
}

async function showRegister(tx: Tx, visit: Visit, slug: Slug, filled: Filled): Promise<Shown> {
  const { lang, csrf } = visit;
  const { register, name, form: asked } = registers[slug];
  const entries = await listEntries(tx, register);
  const isWrong = Object.keys(filled.wrong).length > 0;
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href={home} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{say(lang, name)}</h1>
      {entries.length === 0 && (
        <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
      )}
      <Cards>
        {entries.map((entry) => (
          <EntryCard key={entry.id} entry={entry} slug={slug} visit={visit} />
        ))}
      </Cards>
      <h2>{say(lang, words.add)}</h2>
      <Form csrf={csrf} lang={lang} action={`${home}/so/${slug}`}>
        <AskAll questions={asked.list} lang={lang} lookups={noLookups} {...filled} />
        <Button>{say(lang, words.add)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title: say(lang, name), layout: 'desk', ...(isWrong && { status: 422 }), view };
}

function EntryCard({ entry, slug, visit }: { entry: Entry; slug: Slug; visit: Visit }) {
  const { lang, csrf, now } = visit;
  const labels = new Map(registers[slug].form.list.map(({ name, label }) => [name, label]));
  const { dueAt, closedAt } = entry;
  const isLate = closedAt === null && dueAt !== null && dueAt < now;
  return (
    <Card title={entry.title}>
      {dueAt !== null && closedAt === null && (
        <p>
          <Tag tone={isLate ? 'error' : 'warning'}>
            {say(
              lang,
              fill(isLate ? words.late : words.reportBy, { at: formatInstant(dueAt, lang) }),
            )}
          </Tag>
        </p>
      )}
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.madeAt), value: formatInstant(entry.madeAt, lang) },
          ...Object.entries(entry.facts).map(([name, value]) => ({
            label: say(lang, labels.get(name) ?? text(name, name)),
            value,
          })),
          ...(closedAt === null
            ? []
            : [
                {
                  label: `${say(lang, words.closed)} ${formatInstant(closedAt, lang)}`,
                  value: entry.closing,
                },
              ]),
        ]}
      />
      {closedAt === null && (
        <Form csrf={csrf} lang={lang} action={`${home}/so/${slug}/dong`}>
          <label for={`closing-${entry.id}`}>{say(lang, words.whatDone)}</label>
          <input class="input" id={`closing-${entry.id}`} name="closing" maxLength={400} />
          <Button look="secondary" name="id" value={entry.id} about={entry.title}>
            {say(lang, words.close)}
          </Button>
        </Form>
      )}
    </Card>
  );
}

async function addEntry(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const slug = slugOf(visit);
  if (!slug) return refuse('rights.none');
  const { register, form: asked } = registers[slug];
  const { actor, now, lang } = visit;
  const reading = asked.read(body, { today: dayOf(now), demo: visit.isDemo, lookups: noLookups });
  if (!reading.answers) return showRegister(tx, visit, slug, reading);
  const { title: name, ...facts } = reading.answers;
  await enter(tx, actor!, register, { title: name, facts });
  return { goTo: `${home}/so/${slug}`, notice: say(lang, words.added) };
}

async function close(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const slug = slugOf(visit);
  const { id, closing: said } = body;
  if (!slug || typeof id !== 'string' || typeof said !== 'string' || said.trim() === '')
    return refuse('rights.say-what-was-done');
  const { now: at, actor } = visit;
  const isDone = await closeEntry(tx, id, {
    closing: said.trim().slice(0, 400),
    by: actor!.accountId,
    at,
  });
  return isDone ? { goTo: `${home}/so/${slug}` } : refuse('rights.none');
}

async function showRetention(tx: Tx, { lang, csrf, now }: Visit): Promise<Shown> {
  const [rules, runs] = await Promise.all([listRules(tx, dayOf(now)), listRuns(tx)]);
  const view = (
    <DeskLayout lang={lang} wide>
      <BackLink href={home} lang={lang} />
      <h1>{say(lang, words.retention)}</h1>
      <Table
        caption={say(lang, words.rules)}
        rows={rules}
        keyOf={({ code }) => code}
        columns={[
          { title: say(lang, words.what), heads: true, cell: ({ code }) => say(lang, whats[code]) },
          { title: say(lang, words.days), numeric: true, cell: ({ days }) => days },
          { title: say(lang, words.basis), cell: ({ legalBasis }) => legalBasis },
        ]}
      />
      <Form csrf={csrf} lang={lang} action={`${home}/luu-giu`}>
        <Button look="secondary">{say(lang, words.count)}</Button>
      </Form>
      {runs.length > 0 && (
        <Table
          caption={say(lang, words.log)}
          rows={runs}
          columns={[
            { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
            {
              title: say(lang, words.what),
              heads: true,
              cell: ({ code }) => say(lang, whats[code]),
            },
            {
              title: say(lang, words.how),
              cell: ({ isDry }) => say(lang, isDry ? words.dry : words.real),
            },
            { title: say(lang, words.found), numeric: true, cell: ({ found }) => found },
            { title: say(lang, words.done), numeric: true, cell: ({ done }) => done },
            { title: say(lang, words.held), numeric: true, cell: ({ held }) => held },
          ]}
        />
      )}
    </DeskLayout>
  );
  return { title: say(lang, words.retention), layout: 'desk', view };
}
