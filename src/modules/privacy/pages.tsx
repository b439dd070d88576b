import { roles, isRole } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, pageNumber, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { EmptyState, Pagination, Table } from '#/ui/index.ts';
import { signedIn } from './access.ts';
import type { ReadRecord } from './read-record.ts';
import { listReadsOf, type ReadsPage } from './reads-of.ts';

/** Who read my data. */
export function privacyRoutes(): Route[] {
  return [get('/toi/du-lieu', signedIn, show)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const page = await listReadsOf(tx, visit.actor!.personId, pageNumber(visit));
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    view: <ReadsView page={page} lang={lang} />,
  };
}

function ReadsView({ page, lang }: { readonly page: ReadsPage; readonly lang: Lang }) {
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Table
        caption={say(lang, words.caption)}
        captionUnseen
        keyOf={({ id }: ReadRecord) => id}
        columns={[
          { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
          { title: say(lang, words.who), cell: (read) => whoRead(read, lang), heads: true },
          { title: say(lang, words.what), cell: ({ subject }) => subject.label },
          { title: say(lang, words.why), cell: ({ purpose }) => say(lang, purpose) },
        ]}
        rows={page.reads}
        empty={
          <EmptyState icon="shield-check" title={say(lang, words.nobody)}>
            {say(lang, words.nobodyYet)}
          </EmptyState>
        }
      />
      <Pagination
        lang={lang}
        page={page.page}
        pages={page.pages}
        hrefOf={(n) => `/toi/du-lieu?trang=${n}`}
      />
      {page.reads.length > 0 && <Doubt lang={lang} />}
    </>
  );
}

/** What to do about a reading that nobody can explain. */
function Doubt({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <h2>{say(lang, words.doubt)}</h2>
      <p>{say(lang, words.doubtHelp)}</p>
    </>
  );
}

/** Post and unit: the person behind them is named to those who supervise, not here. */
function whoRead({ role, unit }: ReadRecord, lang: Lang): string {
  const post = role !== null && isRole(role) ? say(lang, roles[role]) : undefined;
  const place = unit && say(lang, unit);
  return [post, place].filter(Boolean).join(', ') || say(lang, words.system);
}

const words = {
  title: text('Ai đã xem dữ liệu của tôi', 'Who read my data'),
  lead: text(
    'Mỗi lần cán bộ mở hồ sơ hoặc thông tin của bạn đều được ghi lại ở đây và không ai xóa được.',
    'Every time an official opens your application or data it is written here, and nobody can delete it.',
  ),
  caption: text('Các lần xem', 'Readings'),
  when: text('Khi nào', 'When'),
  who: text('Ai', 'Who'),
  what: text('Xem gì', 'What'),
  why: text('Vì sao', 'Why'),
  system: text('Hệ thống', 'The system'),
  nobody: text('Chưa có ai xem dữ liệu của bạn', 'Nobody has read your data'),
  nobodyYet: text(
    'Khi bạn nộp hồ sơ, cán bộ thụ lý sẽ mở hồ sơ và việc đó hiện ở đây.',
    'When you apply, the officials in charge will open your application, and that will show here.',
  ),
  doubt: text('Thấy lần xem không rõ lý do?', 'A reading that you cannot explain?'),
  doubtHelp: text(
    'Ghi lại ngày giờ và mã hồ sơ rồi báo Trung tâm Phục vụ hành chính công. Bạn có quyền được biết vì sao (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).',
    'Note the time and the code, and tell the service centre. You have the right to know why (Law on Personal Data Protection 91/2025/QH15).',
  ),
};
