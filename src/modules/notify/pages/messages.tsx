import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  pageNumber,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { Button, EmptyState, Form, Link, Pagination, StatusTag, Table, Tag } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { administrators } from '../access.ts';
import {
  countStates,
  listMessages,
  listStandings,
  updateAgain,
  type Listed,
} from '../store/listing.ts';
import { framed, path } from './frame.tsx';
import { channelWords, stateWords } from './words.ts';

const perPage = 50;

/** What became of messages, and sending again what got stuck. */
export function messageRoutes(): Route[] {
  return [get(path, administrators, show), post(`${path}/:id/gui-lai`, administrators, sendAgain)];
}

async function sendAgain(tx: Tx, visit: Visit): Promise<Redirect | Refusal> {
  const id = visit.params['id'] ?? '';
  if (!isId(id) || !(await updateAgain(tx, id, visit.now))) return refuse('notify.no-such-message');
  return { goTo: path, notice: say(visit.lang, words.sentAgain) };
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, csrf } = visit;
  const isAll = visit.query['xem'] === 'tat-ca';
  const page = pageNumber(visit);
  const [{ messages, total }, counts, standings] = await Promise.all([
    listMessages(tx, { onlyStuck: !isAll, limit: perPage, offset: (page - 1) * perPage }),
    countStates(tx),
    listStandings(tx),
  ]);
  const resting = standings.filter(({ restUntil }) => restUntil !== null && restUntil > visit.now);
  return framed(
    visit,
    words.title,
    path,
    <>
      <p>
        {say(
          lang,
          fill(words.counts, { stuck: String(counts.stuck), waiting: String(counts.waiting) }),
        )}{' '}
        <Link href={isAll ? path : `${path}?xem=tat-ca`}>
          {say(lang, isAll ? words.onlyStuck : words.all)}
        </Link>
      </p>
      {resting.map(({ name }) => (
        <p key={name}>
          <Tag tone="warning">{say(lang, channelWords[name])}</Tag> {say(lang, words.resting)}
        </p>
      ))}
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={messages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.at),
            heads: true,
            cell: ({ createdAt }) => formatInstant(createdAt, lang),
          },
          { title: say(lang, words.event), cell: ({ event, service }) => service ?? event },
          {
            title: say(lang, words.channel),
            cell: ({ channel }) => channel && say(lang, channelWords[channel]),
          },
          { title: say(lang, words.state), cell: (one) => <State one={one} visit={visit} /> },
          {
            title: say(lang, words.act),
            cell: ({ id, state }) =>
              ['failed', 'dead', 'unknown'].includes(state) ? (
                <Form csrf={csrf} lang={lang} action={`${path}/${id}/gui-lai`}>
                  <Button look="secondary" small>
                    {say(lang, words.again)}
                  </Button>
                </Form>
              ) : null,
          },
        ]}
      />
      <Pagination
        lang={lang}
        page={page}
        pages={Math.max(1, Math.ceil(total / perPage))}
        hrefOf={(n) => `${path}?trang=${n}${isAll ? '&xem=tat-ca' : ''}`}
      />
    </>,
  );
}

function State({ one, visit: { lang } }: { readonly one: Listed; readonly visit: Visit }) {
  const { words: name, tone } = stateWords[one.state]!;
  return (
    <>
      <StatusTag tone={tone}>{say(lang, name)}</StatusTag>
      {one.fault !== null && one.fault !== 'digest' && <> {one.fault}</>}
      {one.state === 'waiting' && (
        <> {say(lang, fill(words.due, { at: formatInstant(one.dueAt, lang) }))}</>
      )}
    </>
  );
}

const words = {
  title: text('Tin gửi đi', 'Messages that leave the house'),
  counts: text(
    '{stuck} tin cần xử lý, {waiting} tin đang chờ gửi.',
    '{stuck} messages need somebody, {waiting} wait.',
  ),
  all: text('Xem tất cả', 'Show all'),
  onlyStuck: text('Chỉ xem tin cần xử lý', 'Show only those that need somebody'),
  resting: text(
    'không trả lời; hệ thống tạm ngừng gửi và tự thử lại sau nửa phút.',
    'does not answer; it is left in peace and tried again after half a minute.',
  ),
  none: text('Không có tin nào cần xử lý', 'No message needs anybody'),
  noneHint: text(
    'Tin gửi hỏng hoặc không rõ đã đi chưa sẽ hiện ở đây để bạn quyết định gửi lại.',
    'Messages that failed, or of which nobody knows, appear here for you to decide.',
  ),
  at: text('Lúc', 'At'),
  event: text('Việc', 'Event'),
  channel: text('Kênh', 'Channel'),
  state: text('Tình trạng', 'State'),
  act: text('Thao tác', 'Act'),
  again: text('Gửi lại', 'Send again'),
  sentAgain: text('Tin sẽ được gửi lại', 'The message is sent again'),
  due: text('(gửi lúc {at})', '(due {at})'),
};
