import { publishedOn, type PublishedProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { mayUse, pageNumber, type Shown, type Visit } from '#/platform/http/index.ts';
import {
  ButtonRow,
  EmptyState,
  Link,
  LinkButton,
  Pagination,
  Search,
  StatusTag,
  Table,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { fold } from '#/values/fold.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { editors } from '../access.ts';
import type { Draft } from '../draft.ts';
import { purposeWords, stateTones, stateWords } from '../draft-words.ts';
import { listLiveDrafts } from '../store/index.ts';
import { plainPage } from './frame.tsx';
import { home, placeHref } from './places.ts';

const perPage = 20;

const words = {
  title: text('Xưởng thủ tục', 'Procedure studio'),
  lead: text(
    'Soạn, kiểm tra, duyệt và công bố thủ tục mà không cần lập trình. Hồ sơ đang chạy giữ phiên bản lúc nộp.',
    'Write, check, review and publish procedures without programming. Running dossiers keep the version that they began with.',
  ),
  create: text('Thủ tục mới', 'New procedure'),
  bring: text('Nhập từ danh mục hoặc tệp', 'Import from the catalogue or a file'),
  drafts: text('Bản nháp đang soạn', 'Drafts'),
  none: text('Chưa có bản nháp nào', 'No drafts yet'),
  noneHint: text(
    'Bấm “Thủ tục mới”, hoặc mở một thủ tục ở dưới rồi bấm “Sửa đổi”.',
    'Press “New procedure”, or open a procedure below and press “Change”.',
  ),
  procedures: text('Thủ tục đang công bố', 'Published procedures'),
  find: text('Tìm theo tên hoặc mã', 'Search by name or code'),
  notFound: text('Không có thủ tục nào như vậy', 'No such procedure'),
  notFoundHint: text('Hãy thử từ khác, hoặc bỏ bớt chữ.', 'Try other words, or fewer.'),
  name: text('Thủ tục', 'Procedure'),
  purpose: text('Việc', 'Purpose'),
  state: text('Tình trạng', 'State'),
  saved: text('Lưu lúc', 'Saved'),
  version: text('Phiên bản', 'Version'),
  since: text('Hiệu lực từ', 'In force since'),
} as const;

/** Drafts that are being written, and the procedures that could be changed. */
export async function showHome(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const drafts = await listLiveDrafts(tx);
  const asked = (visit.query['q'] ?? '').trim();
  const found = (await publishedOn(tx, dayOf(visit.now))).filter((one) => isAsked(one, asked));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pageNumber(visit), pages);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {mayUse(visit.actor, editors) && (
        <ButtonRow>
          <LinkButton href={`${home}/moi`} icon="plus">
            {say(lang, words.create)}
          </LinkButton>
          <LinkButton href={`${home}/nhap`} icon="upload" look="secondary">
            {say(lang, words.bring)}
          </LinkButton>
        </ButtonRow>
      )}
      <h2>{say(lang, words.drafts)}</h2>
      <Drafts visit={visit} drafts={drafts} />
      <h2 id="thu-tuc">{say(lang, words.procedures)}</h2>
      <Search lang={lang} action={home} label={say(lang, words.find)} value={asked} />
      <Procedures visit={visit} found={found.slice((page - 1) * perPage, page * perPage)} />
      <Pagination
        lang={lang}
        page={page}
        pages={pages}
        hrefOf={(no) =>
          `${home}?${new URLSearchParams({ q: asked, trang: String(no) }).toString()}`
        }
      />
    </>
  );
  return plainPage(visit, say(lang, words.title), view);
}

function isAsked({ facts }: PublishedProcedure, asked: string): boolean {
  const known = fold([facts.name.vi, facts.shortName.vi, facts.code, facts.slug].join(' '));
  return fold(asked)
    .split(' ')
    .every((word) => known.includes(word));
}

function Drafts({
  visit: { lang },
  drafts,
}: {
  readonly visit: Visit;
  readonly drafts: readonly Draft[];
}) {
  return (
    <Table
      caption={say(lang, words.drafts)}
      captionUnseen
      rows={drafts}
      keyOf={({ id }) => id}
      empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
      columns={[
        {
          title: say(lang, words.name),
          heads: true,
          cell: ({ id, name }) => <Link href={placeHref(id)}>{name}</Link>,
        },
        {
          title: say(lang, words.purpose),
          cell: ({ purpose }) => say(lang, purposeWords[purpose]),
        },
        {
          title: say(lang, words.state),
          cell: ({ state }) => (
            <StatusTag tone={stateTones[state]}>{say(lang, stateWords[state])}</StatusTag>
          ),
        },
        { title: say(lang, words.saved), cell: ({ savedAt }) => formatInstant(savedAt, lang) },
      ]}
    />
  );
}

function Procedures({
  visit: { lang },
  found,
}: {
  readonly visit: Visit;
  readonly found: readonly PublishedProcedure[];
}) {
  return (
    <Table
      caption={say(lang, words.procedures)}
      captionUnseen
      rows={found}
      keyOf={({ version }) => version.id}
      empty={
        <EmptyState title={say(lang, words.notFound)}>{say(lang, words.notFoundHint)}</EmptyState>
      }
      columns={[
        {
          title: say(lang, words.name),
          heads: true,
          cell: ({ facts }) => (
            <Link href={`${home}/thu-tuc/${facts.slug}`}>{say(lang, facts.shortName)}</Link>
          ),
        },
        { title: say(lang, words.version), numeric: true, cell: ({ version }) => version.no },
        {
          title: say(lang, words.since),
          cell: ({ version }) => formatDay(version.effectiveFrom),
        },
      ]}
    />
  );
}
