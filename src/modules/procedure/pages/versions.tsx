import type { Tx } from '#/platform/db/index.ts';
import { systemAccountId, type Shown, type Visit } from '#/platform/http/index.ts';
import {
  DeskLayout,
  EmptyState,
  Link,
  Pagination,
  StatusTag,
  Table,
  type Column,
  type Tone,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { checkExamples } from '../check-examples.ts';
import { compiledVersion } from '../compiled-store.ts';
import { listVersions } from '../store.ts';
import { standingOn, type Standing, type Version } from '../version.ts';

const perPage = 20;

/** A version with what its compiled form tells. */
interface Row {
  readonly version: Version;
  readonly name: Text;
  readonly examples: { readonly all: number; readonly red: readonly string[] };
}

const words = {
  title: text('Thủ tục và phiên bản', 'Procedures and versions'),
  lead: text(
    'Mỗi phiên bản giữ nguyên mãi mãi; hồ sơ đang chạy theo phiên bản lúc nộp. Soạn và công bố phiên bản mới ở Xưởng thủ tục.',
    'A version never changes; running dossiers keep the version that they began with. New ones are written and published in the procedure studio.',
  ),
  none: text('Chưa có thủ tục nào', 'No procedures yet'),
  noneHint: text(
    'Chạy “cqs procedure import thư-mục” để nhập thủ tục đầu tiên.',
    'Run “cqs procedure import FOLDER” to publish the first one.',
  ),
  procedure: text('Thủ tục', 'Procedure'),
  version: text('Phiên bản', 'Version'),
  force: text('Hiệu lực', 'In force'),
  since: text('từ {from}', 'from {from}'),
  until: text('{from} đến trước {to}', '{from} until before {to}'),
  standing: text('Tình trạng', 'Standing'),
  examples: text('Ví dụ', 'Examples'),
  allGreen: text('{n}/{n} đúng', '{n}/{n} hold'),
  someRed: text('{red} trong {n} sai', '{red} of {n} fail'),
  hash: text('Mã băm', 'Hash'),
  published: text('Công bố', 'Published'),
  bySystem: text('đi kèm chương trình', 'shipped with the program'),
  byPerson: text('cán bộ quản trị', 'an administrator'),
} as const;

const standings: Readonly<Record<Standing, { readonly words: Text; readonly tone: Tone }>> = {
  'in-force': { words: text('Đang có hiệu lực', 'In force'), tone: 'good' },
  'to-come': { words: text('Sắp có hiệu lực', 'To come'), tone: 'info' },
  replaced: { words: text('Đã được thay', 'Replaced'), tone: 'neutral' },
};

/** Which version of which procedure holds when, and whether its examples still hold. */
export async function showVersions(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const versions = await listVersions(tx);
  const pages = Math.max(1, Math.ceil(versions.length / perPage));
  const asked = visit.query['trang'] ?? '';
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Math.min(Number(asked), pages) : 1;
  const rows: Row[] = [];
  for (const version of versions.slice((page - 1) * perPage, page * perPage)) {
    rows.push(await rowOf(tx, version));
  }
  const view = (
    <DeskLayout lang={lang} wide>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        narrow="stack"
        rows={rows}
        keyOf={(row) => row.version.id}
        columns={columns(visit)}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
      />
      <Pagination
        lang={lang}
        page={page}
        pages={pages}
        hrefOf={(wanted) => `/quan-tri/thu-tuc?trang=${wanted}`}
      />
    </DeskLayout>
  );
  return { title: say(lang, words.title), view, layout: 'desk' };
}

async function rowOf(tx: Tx, version: Version): Promise<Row> {
  const procedure = await compiledVersion(tx, version.id);
  const results = checkExamples(procedure);
  const red = results.filter((result) => result.faults.length > 0).map((result) => result.title);
  return { version, name: procedure.catalogue.shortName, examples: { all: results.length, red } };
}

function columns({ lang, now }: Visit): Column<Row>[] {
  return [
    {
      title: say(lang, words.procedure),
      heads: true,
      cell: ({ version, name }) => <Link href={`/dich-vu/${version.slug}`}>{say(lang, name)}</Link>,
    },
    { title: say(lang, words.version), numeric: true, cell: ({ version }) => version.no },
    { title: say(lang, words.force), cell: ({ version }) => say(lang, spanOf(version)) },
    {
      title: say(lang, words.standing),
      cell: ({ version }) => {
        const standing = standings[standingOn(version, dayOf(now))];
        return <StatusTag tone={standing.tone}>{say(lang, standing.words)}</StatusTag>;
      },
    },
    {
      title: say(lang, words.examples),
      cell: ({ examples }) => <Examples lang={lang} {...examples} />,
    },
    {
      title: say(lang, words.hash),
      cell: ({ version }) => <code title={version.sha256}>{version.sha256.slice(0, 12)}</code>,
    },
    {
      title: say(lang, words.published),
      cell: ({ version }) => (
        <>
          {formatInstant(version.publishedAt, lang)}
          <br />
          <span class="soft">
            {say(lang, version.publishedBy === systemAccountId ? words.bySystem : words.byPerson)}
          </span>
        </>
      ),
    },
  ];
}

function Examples({ lang, all, red }: Row['examples'] & { readonly lang: Lang }) {
  const isGreen = red.length === 0;
  const told = fill(isGreen ? words.allGreen : words.someRed, {
    n: String(all),
    red: String(red.length),
  });
  return (
    <>
      <StatusTag tone={isGreen ? 'good' : 'error'}>{say(lang, told)}</StatusTag>
      {red.map((title) => (
        <p class="small" key={title}>
          {title}
        </p>
      ))}
    </>
  );
}

function spanOf({ effectiveFrom, effectiveTo }: Version): Text {
  const from = formatDay(effectiveFrom);
  return effectiveTo === null
    ? fill(words.since, { from })
    : fill(words.until, { from, to: formatDay(effectiveTo) });
}
