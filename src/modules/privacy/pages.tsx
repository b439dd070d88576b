import { roles, isRole } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, pageNumber, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { EmptyState, InsetText, Pagination, Table } from '#/ui/index.ts';
import { signedIn } from './access.ts';
import type { ReadRecord, ReadSubject } from './read-record.ts';
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
    view: <ReadsView page={page} isCertain={visit.actor!.isVerified === true} lang={lang} />,
  };
}

interface ReadsViewProps {
  readonly page: ReadsPage;
  /** Whether it is certain that the account is the person's. */
  readonly isCertain: boolean;
  readonly lang: Lang;
}

function ReadsView({ page, isCertain, lang }: ReadsViewProps) {
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {!isCertain && page.reads.length > 0 && <InsetText>{say(lang, words.uncertain)}</InsetText>}
      <Table
        caption={say(lang, words.caption)}
        captionUnseen
        keyOf={({ id }: ReadRecord) => id}
        columns={[
          { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
          { title: say(lang, words.who), cell: (read) => whoRead(read, lang), heads: true },
          { title: say(lang, words.what), cell: ({ subject }) => labelOf(subject, isCertain) },
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

/**
 * Somebody may have opened an account with another person's number: they read that there were readings, but not what a
 * dossier of the counter is about.
 */
function labelOf({ label }: ReadSubject, isCertain: boolean): string {
  return isCertain ? label : label.split(' · ', 1)[0]!;
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
  uncertain: text(
    'Tài khoản của bạn chưa được xác minh nên nội dung hồ sơ không hiện ở đây. Mang thẻ căn cước đến Trung tâm Phục vụ hành chính công để xác minh.',
    'Your account is not verified yet, so what the applications are about is not shown here. Bring your identity card to the service centre.',
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
