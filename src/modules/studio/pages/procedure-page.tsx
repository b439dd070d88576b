import {
  listVersionsOf,
  publishedOn,
  standingOn,
  type Standing,
  type Version,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  mayUse,
  post,
  systemAccountId,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  Link,
  StatusTag,
  Table,
  type Tone,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import { beginChange, beginRetirement, beginRollBack } from '../commands/begin.ts';
import { plainPage } from './frame.tsx';
import { moveWords } from './move/move-words.ts';
import { movesHref } from './move/propose-page.tsx';
import { home, placeHref } from './places.ts';

const words = {
  versions: text('Các phiên bản', 'Versions'),
  version: text('Phiên bản', 'Version'),
  force: text('Hiệu lực', 'In force'),
  since: text('từ {from}', 'from {from}'),
  until: text('{from} đến trước {to}', '{from} until before {to}'),
  standing: text('Tình trạng', 'Standing'),
  published: text('Công bố', 'Published'),
  bySystem: text('đi kèm chương trình', 'shipped with the program'),
  acts: text('Việc có thể làm', 'What you can do'),
  change: text('Sửa đổi', 'Change'),
  download: text('Tải về', 'Download'),
  back: text('Trở lại phiên bản này', 'Return to this version'),
  retire: text('Bãi bỏ thủ tục', 'Repeal the procedure'),
  retireHint: text(
    'Việc bãi bỏ cũng là một phiên bản: phải kiểm tra, duyệt và công bố. Hồ sơ đã nộp vẫn được giải quyết đến cùng.',
    'A repeal is a version too: it is checked, reviewed and published. Dossiers already filed are handled to their end.',
  ),
  past: text('Ngày bãi bỏ phải sau hôm nay', 'The day of repeal must come after today'),
  onPortal: text('Xem trên cổng', 'See it on the portal'),
} as const;

const standings: Readonly<Record<Standing, { readonly words: Text; readonly tone: Tone }>> = {
  'in-force': { words: text('Đang có hiệu lực', 'In force'), tone: 'good' },
  'to-come': { words: text('Sắp có hiệu lực', 'To come'), tone: 'info' },
  replaced: { words: text('Đã được thay', 'Replaced'), tone: 'neutral' },
};

const retirement = form({
  repealedFrom: ask.date({
    label: text('Bãi bỏ từ ngày nào?', 'From which day is it repealed?'),
    hint: text('Ngày đầu tiên không còn thủ tục, ví dụ 1 3 2027', 'The first day without it'),
    required: true,
  }),
});

/** The versions of one procedure, and what can be begun from them. */
export function procedureRoutes(): Route[] {
  const path = `${home}/thu-tuc/:slug`;
  return [
    get(path, reviewers, (tx, visit) => shown(tx, visit, retirement.blank)),

    post(`${path}/sua`, editors, async (tx, visit) => {
      const begun = await beginChange(tx, visit.actor!, { slug: visit.params['slug']! });
      return isRefusal(begun) ? begun : { goTo: placeHref(begun.draftId) };
    }),

    post(`${path}/tro-lai/:version`, editors, async (tx, visit) => {
      const versionId = visit.params['version']!;
      const begun = await beginRollBack(tx, visit.actor!, { versionId });
      return isRefusal(begun) ? begun : { goTo: placeHref(begun.draftId, 'khac-biet') };
    }),

    post(`${path}/bai-bo`, editors, async (tx, visit, body) => {
      const today = dayOf(visit.now);
      const reading = retirement.read(body, { today, demo: visit.isDemo, lookups: noLookups });
      if (!reading.answers) return shown(tx, visit, reading, 422);
      const { repealedFrom } = reading.answers;
      if (repealedFrom <= today) {
        return shown(tx, visit, { ...reading, wrong: { 'repealedFrom.day': words.past } }, 422);
      }
      const slug = visit.params['slug']!;
      const begun = await beginRetirement(tx, visit.actor!, { slug, repealedFrom });
      return isRefusal(begun) ? begun : { goTo: placeHref(begun.draftId, 'khac-biet') };
    }),
  ];
}

async function shown(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown | Refusal> {
  const { lang } = visit;
  const slug = visit.params['slug']!;
  const versions = await listVersionsOf(tx, slug);
  if (versions.length === 0) return refuse('studio.no-version');
  const published = (await publishedOn(tx, dayOf(visit.now))).find(
    ({ version }) => version.slug === slug,
  );
  const name = published ? say(lang, published.facts.shortName) : slug;
  const isEditor = mayUse(visit.actor, editors);
  const view = (
    <>
      <BackLink lang={lang} href={home} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{name}</h1>
      <p>
        <Link href={`/dich-vu/${slug}`}>{say(lang, words.onPortal)}</Link>
      </p>
      {isEditor && (
        <Form csrf={visit.csrf} lang={lang} action={`${home}/thu-tuc/${slug}/sua`}>
          <Button icon="pen-line">{say(lang, words.change)}</Button>
        </Form>
      )}
      <h2>{say(lang, words.versions)}</h2>
      <Versions visit={visit} versions={versions} isEditor={isEditor} />
      <p>
        <Link href={movesHref(slug)}>{say(lang, moveWords.link)}</Link>
      </p>
      {isEditor && (
        <Details summary={say(lang, words.retire)} open={status === 422}>
          <p>{say(lang, words.retireHint)}</p>
          <Form csrf={visit.csrf} lang={lang} action={`${home}/thu-tuc/${slug}/bai-bo`}>
            <AskAll questions={retirement.list} lang={lang} {...filled} />
            <Button look="danger">{say(lang, words.retire)}</Button>
          </Form>
        </Details>
      )}
    </>
  );
  return plainPage(visit, name, view, status);
}

interface VersionsProps {
  readonly visit: Visit;
  readonly versions: readonly Version[];
  readonly isEditor: boolean;
}

function Versions({ visit, versions, isEditor }: VersionsProps) {
  const { lang, now } = visit;
  return (
    <Table
      caption={say(lang, words.versions)}
      captionUnseen
      rows={versions}
      keyOf={({ id }) => id}
      columns={[
        { title: say(lang, words.version), heads: true, cell: ({ no }) => no },
        { title: say(lang, words.force), cell: (version) => say(lang, spanOf(version)) },
        {
          title: say(lang, words.standing),
          cell: (version) => {
            const { tone, words: told } = standings[standingOn(version, dayOf(now))];
            return <StatusTag tone={tone}>{say(lang, told)}</StatusTag>;
          },
        },
        {
          title: say(lang, words.published),
          cell: ({ publishedAt, publishedBy }) => (
            <>
              {formatInstant(publishedAt, lang)}
              {publishedBy === systemAccountId && (
                <span class="soft"> · {say(lang, words.bySystem)}</span>
              )}
            </>
          ),
        },
        {
          title: say(lang, words.acts),
          cell: ({ id, no, slug }) => (
            <>
              <Link href={`${home}/phien-ban/${id}/tai-ve`} download>
                {say(lang, words.download)}
                <span class="unseen">
                  {' '}
                  {say(lang, words.version)} {no}
                </span>
              </Link>
              {isEditor && no !== versions[0]!.no && (
                <Form
                  csrf={visit.csrf}
                  lang={lang}
                  action={`${home}/thu-tuc/${slug}/tro-lai/${id}`}
                >
                  <Button look="quiet" small icon="undo-2">
                    {say(lang, words.back)}
                  </Button>
                </Form>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function spanOf({ effectiveFrom, effectiveTo }: Version): Text {
  const from = formatDay(effectiveFrom);
  return effectiveTo === null
    ? fill(words.since, { from })
    : fill(words.until, { from, to: formatDay(effectiveTo) });
}
