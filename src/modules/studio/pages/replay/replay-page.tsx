import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { pageNumber } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  Button,
  EmptyState,
  Form,
  InsetText,
  Link,
  LinkButton,
  NotificationBanner,
  Pagination,
  Progress,
  Table,
  Tabs,
} from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { changeKinds, type ChangeKind } from '../../replay/judgement.ts';
import type { Replay } from '../../replay/replay.ts';
import { findReplay, listChanges, listReplays, type ReplayChange } from '../../store/index.ts';
import { framed } from '../frame.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';
import { Judged } from './judged.tsx';
import { kindWords, replayWords as words } from './replay-words.ts';

export const here = 'chay-lai';
const perPage = 50;

/** The replays of a draft, and the button for another. */
export async function showReplays(tx: Tx, visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const { draft } = bench;
  const replays = await listReplays(tx, draft.id);
  const own = placeHref(draft.id, here);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {draft.baseVersionId === null ? (
        <InsetText>{say(lang, words.newProcedure)}</InsetText>
      ) : (
        <>
          <Form csrf={visit.csrf} lang={lang} action={own}>
            <Button icon="refresh-cw">{say(lang, words.start)}</Button>
          </Form>
          <Table
            caption={say(lang, words.title)}
            captionUnseen
            rows={replays}
            keyOf={({ id }) => id}
            empty={
              <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
            }
            columns={[
              {
                title: say(lang, words.when),
                heads: true,
                cell: ({ id, askedAt, askedByName }) => (
                  <>
                    <Link href={`${own}/${id}`}>{formatInstant(askedAt, lang)}</Link>
                    <br />
                    <span class="soft">{askedByName}</span>
                  </>
                ),
              },
              {
                title: say(lang, words.outcome),
                cell: (replay) => (
                  <>
                    {outcomeOf(replay, lang)}
                    {replay.revision !== draft.revision && (
                      <p class="soft small">{say(lang, words.outdated)}</p>
                    )}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

/** One replay: how far it is, what would change, and which dossiers. */
export async function showReplay(tx: Tx, visit: Visit, bench: Bench): Promise<Shown | Refusal> {
  const { lang } = visit;
  const replay = await replayAsked(tx, visit, bench);
  if (isRefusal(replay)) return replay;
  const own = placeHref(bench.draft.id, here);
  const kind = changeKinds.find((one) => one === visit.query['loai']);
  const page = pageNumber(visit);
  const slice = { limit: perPage, offset: (page - 1) * perPage };
  const { changes, total } = await listChanges(tx, replay.id, kind, slice);
  const title = `${say(lang, words.title)}, ${formatInstant(replay.askedAt, lang)}`;
  const path = `${own}/${replay.id}`;
  const view = (
    <>
      <h1>{title}</h1>
      <Standing visit={visit} replay={replay} path={path} />
      {replay.changed > 0 && (
        <>
          <h2>{say(lang, words.list)}</h2>
          <Tabs label={say(lang, words.kinds)} tabs={tabsOf(replay, kind, path, lang)} />
          <Changes lang={lang} changes={changes} path={path} />
          <Pagination
            lang={lang}
            page={page}
            pages={Math.max(1, Math.ceil(total / perPage))}
            hrefOf={(no) =>
              `${path}?${new URLSearchParams({ loai: kind ?? '', trang: String(no) }).toString()}`
            }
          />
        </>
      )}
    </>
  );
  const back = { href: own, title: say(lang, words.title) };
  return framed(visit, bench, { title, here, view, back });
}

/** The replay that the address names, when it is one of this draft. */
export async function replayAsked(
  tx: Tx,
  visit: Visit,
  { draft }: Bench,
): Promise<Replay | Refusal> {
  const id = visit.params['lan'] ?? '';
  const replay = isId(id) ? await findReplay(tx, id) : undefined;
  return replay?.draftId === draft.id ? replay : refuse('studio.no-replay');
}

interface StandingProps {
  readonly visit: Visit;
  readonly replay: Replay;
  readonly path: string;
}

function Standing({ visit: { lang }, replay, path }: StandingProps) {
  const { state, looked, total, sumWas, sumNow } = replay;
  if (state === 'WAITING' || state === 'RUNNING') {
    return (
      <>
        <Progress
          id="tien-do"
          label={say(lang, state === 'WAITING' ? words.waiting : words.running)}
          done={looked}
          of={Math.max(total, 1)}
        />
        <LinkButton href={path} look="secondary" icon="refresh-cw">
          {say(lang, words.reload)}
        </LinkButton>
      </>
    );
  }
  const facts = { was: formatDong(sumWas), now: formatDong(sumNow) };
  return (
    <NotificationBanner
      lang={lang}
      tone={state === 'FAILED' ? 'error' : replay.changed > 0 ? 'warning' : 'good'}
      title={outcomeOf(replay, lang)}
    >
      {state === 'DONE' ? say(lang, fill(words.sums, facts)) : (replay.fault ?? '')}
    </NotificationBanner>
  );
}

/** "412 trên 5.310 hồ sơ sẽ đổi: lệ phí 300, thời hạn 80, giấy tờ 32". */
function outcomeOf(replay: Replay, lang: Lang): string {
  switch (replay.state) {
    case 'WAITING':
      return say(lang, words.waiting);
    case 'RUNNING':
      return `${say(lang, words.running)}: ${figure(replay.looked)}/${figure(replay.total)}`;
    case 'FAILED':
      return say(lang, fill(words.failed, { fault: replay.fault ?? '' }));
    case 'DONE': {
      const facts = { changed: figure(replay.changed), total: figure(replay.looked) };
      if (replay.changed === 0) return say(lang, fill(words.nothing, facts));
      const parts = changeKinds
        .filter((kind) => replay[kind] > 0)
        .map((kind) => `${say(lang, kindWords[kind])} ${figure(replay[kind])}`)
        .join(', ');
      return say(
        lang,
        fill(words.parts, { summary: say(lang, fill(words.summary, facts)), parts }),
      );
    }
  }
}

function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

function tabsOf(replay: Replay, current: ChangeKind | undefined, path: string, lang: Lang) {
  return [
    {
      title: say(lang, words.all),
      href: path,
      current: current === undefined,
      count: replay.changed,
    },
    ...changeKinds
      .filter((kind) => replay[kind] > 0)
      .map((kind) => ({
        title: say(lang, kindWords[kind]),
        href: `${path}?loai=${kind}`,
        current: current === kind,
        count: replay[kind],
      })),
  ];
}

interface ChangesProps {
  readonly lang: Lang;
  readonly changes: readonly ReplayChange[];
  readonly path: string;
}

function Changes({ lang, changes, path }: ChangesProps) {
  return (
    <Table
      caption={say(lang, words.list)}
      captionUnseen
      rows={changes}
      keyOf={({ code }) => code}
      columns={[
        {
          title: say(lang, words.code),
          heads: true,
          cell: ({ code }) => <Link href={`${path}/${encodeURIComponent(code)}`}>{code}</Link>,
        },
        {
          title: say(lang, words.kinds),
          cell: ({ kinds }) => kinds.map((kind) => say(lang, kindWords[kind])).join(', '),
        },
        {
          title: say(lang, words.was),
          cell: ({ was, kinds }) => <Judged lang={lang} judgement={was} kinds={kinds} />,
        },
        {
          title: say(lang, words.now),
          cell: ({ now, kinds }) => <Judged lang={lang} judgement={now} kinds={kinds} />,
        },
      ]}
    />
  );
}
