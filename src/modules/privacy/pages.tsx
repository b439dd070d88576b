import type { Tx } from '#/platform/db/index.ts';
import { get, pageNumber, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { EmptyState, InsetText, Pagination, Table } from '#/ui/index.ts';
import { signedIn } from './access.ts';
import { hintsOf } from './store/hints.ts';
import { listsOf } from './store/list-reads.ts';
import { Further, ListsTable, Notice, Why, whoRead } from './reads-parts.tsx';
import type { ListRead, ReadRecord, ReadSubject } from './read-record.ts';
import { listReadsOf, type ReadsPage } from './reads-of.ts';

/** Who read my data. */
export function privacyRoutes(): Route[] {
  return [get('/toi/du-lieu', signedIn, show)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const page = await listReadsOf(tx, visit.actor!.personId, pageNumber(visit), visit.now);
  const [lists, hints] = await Promise.all([
    listsOf(tx, visit.actor!.personId, visit.now),
    hintsOf(tx, page.reads),
  ]);
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    view: (
      <ReadsView
        page={page}
        lists={lists}
        hints={hints}
        isCertain={visit.actor!.isVerified === true}
        lang={lang}
      />
    ),
  };
}

interface ReadsViewProps {
  readonly page: ReadsPage;
  readonly lists: readonly ListRead[];
  readonly hints: ReadonlyMap<string, readonly Text[]>;
  /** Whether it is certain that the account is the person's. */
  readonly isCertain: boolean;
  readonly lang: Lang;
}

function ReadsView({ page, lists, hints, isCertain, lang }: ReadsViewProps) {
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
          { title: say(lang, words.why), cell: (read) => <Why read={read} lang={lang} /> },
          {
            title: say(lang, words.notice),
            cell: ({ id }) => <Notice id={id} hints={hints.get(id) ?? []} lang={lang} />,
          },
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
      <ListsTable lists={lists} lang={lang} />
      {page.reads.length > 0 && <Doubt lang={lang} />}
      <Further lang={lang} />
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
  notice: text('Điều đáng chú ý', 'Worth noticing'),
  nobody: text('Chưa có ai xem dữ liệu của bạn', 'Nobody has read your data'),
  nobodyYet: text(
    'Khi bạn nộp hồ sơ, cán bộ thụ lý sẽ mở hồ sơ và việc đó hiện ở đây.',
    'When you apply, the officials in charge will open your application, and that will show here.',
  ),
  doubt: text('Thấy lần xem không rõ lý do?', 'A reading that you cannot explain?'),
  doubtHelp: text(
    'Bấm “Hỏi lý do” ở lần xem đó. Người lãnh đạo phải trả lời bạn trong hạn của pháp luật (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).',
    'Press “Ask why” beside it. A superior must answer you within the time that the law sets (Law on Personal Data Protection 91/2025/QH15).',
  ),
};
