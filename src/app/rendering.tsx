import { entryOf, type Rendering, type Shown, type Visit } from '#/platform/http/index.ts';
import type { RefusalTable } from '#/platform/refusal.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { Bare, Desk, LinkButton, markupOf, Page, type FrameProps, type Site } from '#/ui/index.ts';
import type { PublicAssets } from './assets.ts';
import { accountPlaces, mainPlaces } from './places.ts';

/** Draws whole documents: the frame around what modules show, and the pages for every kind of "no". */
export function rendering(site: Site, assets: PublicAssets, refusals: RefusalTable): Rendering {
  const plain = (visit: Visit, title: Text, words: Text, status: Shown['status']): Shown => ({
    title: say(visit.lang, title),
    layout: 'citizen',
    status,
    view: <Trouble lang={visit.lang} title={title} words={words} home={homeOf(visit)} />,
  });
  return {
    page: (shown, visit) => document(frameOf(site, assets, shown, visit), shown),
    refusal(refusal, visit) {
      const entry = entryOf(refusal, refusals);
      return plain(visit, titles.refused, fill(entry.words, refusal.facts ?? {}), undefined);
    },
    notFound: (visit) => plain(visit, titles.notFound, words.notFound, 404),
    forbidden: (visit) => plain(visit, titles.forbidden, words.forbidden, 403),
    staleForm: (visit) => plain(visit, titles.stale, words.stale, 403),
    unreadable: (refusal, lang) =>
      bareDocument(
        site,
        assets,
        lang,
        refusal.refused === 'http.busy' ? titles.refused : titles.unreadable,
        entryOf(refusal, refusals).words,
      ),
    failure: (incident, lang) =>
      bareDocument(site, assets, lang, titles.failure, fill(words.failure, { incident })),
    outage: (lang) => bareDocument(site, assets, lang, titles.outage, words.outage),
  };
}

function frameOf(site: Site, assets: PublicAssets, shown: Shown, visit: Visit): FrameProps {
  return {
    title: shown.title,
    lang: visit.lang,
    look: visit.look,
    site,
    assets: { stylesheet: assets.stylesheet, script: assets.script },
    path: visit.path,
    csrf: visit.csrf,
    isDemo: visit.isDemo,
    places: mainPlaces(visit),
    person: visit.actor ? { name: visit.actor.name, menu: accountPlaces(visit) } : undefined,
    actingFor: visit.actor?.actingFor?.name,
    notice: visit.notice,
    isWrong: shown.status === 422,
    renewSeconds: shown.renewSeconds,
    children: shown.view,
  };
}

const frames = { citizen: Page, desk: Desk, bare: Bare } as const;

function document(frame: FrameProps, shown: Pick<Shown, 'layout'>): string {
  const Frame = frames[shown.layout];
  return `<!doctype html>${markupOf(<Frame {...frame} />)}`;
}

/** A page that needs neither database nor session: the only thing left to show when those are away. */
function bareDocument(
  site: Site,
  assets: PublicAssets,
  lang: Lang,
  title: Text,
  sentence: Text,
): string {
  const frame: FrameProps = {
    title: say(lang, title),
    lang,
    look: { large: false, contrast: false, theme: 'auto' },
    site,
    assets: { stylesheet: assets.stylesheet },
    path: '/',
    csrf: '',
    isDemo: false,
    places: [],
    children: <Trouble lang={lang} title={title} words={sentence} home="/" />,
  };
  return document(frame, { layout: 'bare' });
}

function homeOf(visit: Visit): string {
  return visit.actor?.kind === 'official' ? '/can-bo' : '/';
}

interface TroubleProps {
  readonly lang: Lang;
  readonly title: Text;
  readonly words: Text;
  readonly home: string;
}

function Trouble({ lang, title, words: sentence, home }: TroubleProps) {
  return (
    <>
      <h1>{say(lang, title)}</h1>
      <p>{say(lang, sentence)}</p>
      <LinkButton href={home}>{say(lang, text('Về trang đầu', 'Go to the start'))}</LinkButton>
    </>
  );
}

const titles = {
  refused: text('Chưa làm được việc này', 'This cannot be done'),
  notFound: text('Không tìm thấy trang này', 'Page not found'),
  forbidden: text('Bạn không dùng được trang này', 'You cannot use this page'),
  stale: text('Trang đã mở quá lâu', 'The page was open too long'),
  unreadable: text('Không đọc được yêu cầu', 'The request cannot be read'),
  failure: text('Hệ thống gặp lỗi', 'Something went wrong'),
  outage: text('Hệ thống đang gián đoạn', 'The service is interrupted'),
};

const words = {
  notFound: text(
    'Hãy kiểm tra lại địa chỉ. Nếu bạn bấm vào một liên kết trên trang này, xin báo cho chúng tôi.',
    'Check the address. If a link on this site brought you here, please tell us.',
  ),
  forbidden: text(
    'Tài khoản bạn đang dùng không có quyền mở trang này. Nếu đây là việc của bạn, hãy báo người quản trị của đơn vị.',
    'Your account may not open this page. If it is your work, ask the administrator of your unit.',
  ),
  stale: text(
    'Để giữ an toàn, trang này không còn nhận dữ liệu. Hãy quay lại, tải lại trang rồi gửi lại. Bản nháp của bạn vẫn còn.',
    'For safety this page takes no more data. Go back, reload it and send again. Your draft is kept.',
  ),
  failure: text(
    'Chúng tôi đã ghi lại lỗi này. Những gì đã lưu vẫn còn. Hãy thử lại sau ít phút; nếu vẫn lỗi, xin gọi bộ phận hỗ trợ và đọc mã sự cố {incident}.',
    'We have noted this fault. What was saved is kept. Try again in some minutes; if it stays, call support and give them the incident number {incident}.',
  ),
  outage: text(
    'Cơ sở dữ liệu đang tạm ngừng trong giây lát. Chưa có gì bị mất. Hãy đợi khoảng một phút rồi tải lại trang.',
    'The database is away for a moment. Nothing is lost. Wait about a minute and reload the page.',
  ),
};
