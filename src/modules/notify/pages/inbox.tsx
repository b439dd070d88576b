import type { Tx } from '#/platform/db/index.ts';
import { get, pageNumber, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { EmptyState, Link, Pagination, Tag, Timeline } from '#/ui/index.ts';
import { signedIn } from '../access.ts';
import type { Notice } from '../notice.ts';
import { openInbox, type InboxPage } from '../open-inbox.ts';

/** The inbox. */
export function inboxRoutes(): Route[] {
  return [get('/hop-thu', signedIn, show)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const page = await openInbox(tx, visit.actor!, pageNumber(visit));
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    view: <InboxView page={page} lang={lang} />,
  };
}

function InboxView({ page, lang }: { readonly page: InboxPage; readonly lang: Lang }) {
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      {page.notices.length === 0 ? (
        <EmptyState title={say(lang, words.empty)}>
          <p>{say(lang, words.emptyHelp)}</p>
          <Link href="/dich-vu">{say(lang, words.services)}</Link>
        </EmptyState>
      ) : (
        <Timeline
          label={say(lang, words.title)}
          events={page.notices.map((notice) => eventOf(notice, lang))}
        />
      )}
      <Pagination
        lang={lang}
        page={page.page}
        pages={page.pages}
        hrefOf={(n) => `/hop-thu?trang=${n}`}
      />
    </>
  );
}

function eventOf({ title, body, link, toldAt, seenAt }: Notice, lang: Lang) {
  return {
    when: formatInstant(toldAt, lang),
    title: (
      <>
        <Link href={link}>{say(lang, title)}</Link>
        {seenAt === null && (
          <>
            {' '}
            <Tag tone="info">{say(lang, words.fresh)}</Tag>
          </>
        )}
      </>
    ),
    body: say(lang, body),
    isRead: seenAt !== null,
  };
}

const words = {
  title: text('Hộp thư', 'Messages'),
  fresh: text('Mới', 'New'),
  empty: text('Chưa có tin nào', 'No messages yet'),
  emptyHelp: text(
    'Khi hồ sơ của bạn được tiếp nhận, cần bổ sung hoặc có kết quả, tin sẽ đến đây.',
    'When your application is accepted, needs something or has a result, a message will come here.',
  ),
  services: text('Tìm dịch vụ để nộp hồ sơ', 'Find a service'),
};
