import { get, type Route } from '#/platform/http/index.ts';
import { Link, LinkButton } from '#/ui/index.ts';
import { say, text, type Lang } from '#/values/text.ts';

/** What can be done without network. A browser keeps this page and shows it in place of those that it cannot reach. */
export function offlineRoute(): Route {
  return get('/ngoai-tuyen', ['anyone'], async (_tx, { lang }) => ({
    title: say(lang, words.title),
    layout: 'citizen',
    view: <Offline lang={lang} />,
  }));
}

function Offline({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <p>
        <LinkButton href="/ngoai-tuyen/dich-vu">{say(lang, words.catalogue)}</LinkButton>
      </p>
      <h2>{say(lang, words.not)}</h2>
      <ul>
        {words.nots.map((line) => (
          <li key={line.en}>{say(lang, line)}</li>
        ))}
      </ul>
      <p>
        <Link href="/">{say(lang, words.again)}</Link>
      </p>
    </>
  );
}

const words = {
  title: text('Dùng khi không có mạng', 'Without network'),
  lead: text(
    'Máy này giữ sẵn danh mục dịch vụ: cần giấy tờ gì, mất bao lâu, lệ phí bao nhiêu. Bạn xem được cả khi mất mạng.',
    'This device keeps the catalogue of services: which papers, how long, what fee. You can read it without network too.',
  ),
  catalogue: text('Xem danh mục dịch vụ', 'See the services'),
  not: text('Khi nào có mạng mới làm được', 'What needs the network'),
  nots: [
    text('Xem hồ sơ của bạn đang ở bước nào', 'See where your application stands'),
    text('Nộp lệ phí', 'Pay a fee'),
    text('Đọc tin trong hộp thư', 'Read your inbox'),
  ],
  again: text('Thử mở lại trang đầu', 'Try to open the first page'),
};
