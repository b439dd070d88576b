import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { Details, EmptyState, SummaryList } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { administrators } from '../access.ts';
import { composedOf } from '../deliver/prepare.ts';
import { listCaught, type CaughtMessage } from '../store/listing.ts';
import type { Composed } from '../write/compose.ts';
import { framed, path } from './frame.tsx';
import { channelWords } from './words.ts';

/** In the demonstration: what would have gone out, and to whom. */
export function caughtRoutes(): Route[] {
  return [get(`${path}/hop-thu-thu`, administrators, show)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const caught: { one: CaughtMessage; composed: Composed }[] = [];
  for (const one of await listCaught(tx, 30)) {
    const composed = await composedOf(tx, one, one.sentAt);
    if (composed) caught.push({ one, composed });
  }
  return framed(
    visit,
    words.title,
    `${path}/hop-thu-thu`,
    <>
      <p>{say(lang, words.lead)}</p>
      {caught.length === 0 && (
        <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
      )}
      {caught.map(({ one, composed }) => (
        <Details
          key={one.id}
          summary={`${formatInstant(one.sentAt, lang)} · ${say(lang, channelWords[one.channel])} · ${composed.subject === '' ? one.event : composed.subject}`}
        >
          <SummaryList lang={lang} rows={rowsOf(one, composed, lang)} />
        </Details>
      ))}
    </>,
  );
}

function rowsOf({ channel, letter }: CaughtMessage, composed: Composed, lang: 'vi' | 'en') {
  const to = channel === 'mail' ? letter.mail : channel === 'push' ? '–' : letter.phone;
  const row = (label: Text, value: string) => ({ label: say(lang, label), value });
  return [
    row(words.to, to ?? ''),
    ...(composed.subject === '' ? [] : [row(words.subject, composed.subject)]),
    {
      label: say(lang, words.body),
      value: composed.text.split('\n').map((line, n) => <div key={n}>{line}</div>),
    },
    ...(composed.parts === undefined
      ? []
      : [row(words.length, say(lang, fill(words.parts, { n: String(composed.parts) })))]),
  ];
}

const words = {
  title: text('Hộp thư thử', 'Catcher'),
  lead: text(
    'Bản chạy thử không gửi gì ra ngoài. Đây là những tin lẽ ra đã đi.',
    'The demonstration sends nothing. These are the messages that would have gone out.',
  ),
  none: text('Chưa có tin nào', 'No messages yet'),
  noneHint: text(
    'Hãy tiếp nhận một hồ sơ: tin cho người nộp sẽ hiện ở đây.',
    'Accept an application: the message to its applicant will appear here.',
  ),
  to: text('Gửi đến', 'To'),
  subject: text('Tiêu đề', 'Subject'),
  body: text('Nội dung', 'Words'),
  length: text('Độ dài', 'Length'),
  parts: text('{n} tin nhắn', '{n} text messages'),
};
