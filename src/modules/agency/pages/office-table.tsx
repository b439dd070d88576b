import { EmptyState, Table, type Column } from '#/ui/index.ts';
import type { WeeklyHours } from '#/values/office-hours.ts';
import { formatPhone, type Phone } from '#/values/phone.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { roles } from '../role.ts';
import type { NamedPost } from '../store/posts.ts';
import type { Unit } from '../unit.ts';
import { seasonWords } from './change-words.ts';
import { weekLines } from './words.ts';

/** An office with all that the page tells about it. */
export interface Office {
  readonly unit: Unit;
  readonly weeks: readonly WeeklyHours[];
  readonly posts: readonly NamedPost[];
}

const words = {
  units: text('Cơ quan, đơn vị', 'Offices'),
  none: text('Chưa khai báo cơ quan nào', 'No office is declared yet'),
  noneHint: text(
    'Hồ sơ chỉ tiếp nhận được khi có ít nhất một đơn vị tiếp nhận.',
    'Dossiers can be received once there is a unit that receives them.',
  ),
  name: text('Tên, mã định danh', 'Name, identifying code'),
  contact: text('Liên hệ', 'Contact'),
  hours: text('Giờ làm việc', 'Office hours'),
  noHours: text('Chưa có giờ làm việc', 'No office hours'),
  officials: text('Cán bộ và vai trò', 'Officials and roles'),
  nobody: text('Chưa có ai giữ vai trò ở đây', 'Nobody holds a post here'),
} as const;

/** The offices, agencies before their departments, with identifying code, contact, hours and officials. */
export function OfficeTable({
  lang,
  offices,
}: {
  readonly lang: Lang;
  readonly offices: readonly Office[];
}) {
  return (
    <Table
      caption={say(lang, words.units)}
      narrow="stack"
      rows={offices}
      keyOf={({ unit }) => unit.key}
      columns={columns(lang)}
      empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
    />
  );
}

function columns(lang: Lang): Column<Office>[] {
  return [
    {
      title: say(lang, words.name),
      heads: true,
      cell: ({ unit }) => (
        <>
          {say(lang, unit.name)}
          <br />
          <span class="soft">{unit.nationalCode}</span>
        </>
      ),
    },
    {
      title: say(lang, words.contact),
      cell: ({ unit }) => (
        <>
          {unit.address}
          <br />
          {formatPhone(unit.phone as Phone)}
        </>
      ),
    },
    { title: say(lang, words.hours), cell: ({ weeks }) => <Hours lang={lang} weeks={weeks} /> },
    {
      title: say(lang, words.officials),
      cell: ({ posts }) => <Officials lang={lang} posts={posts} />,
    },
  ];
}

function Hours({ lang, weeks }: Pick<Office, 'weeks'> & { readonly lang: Lang }) {
  const lines = weeks.flatMap(({ week, season }) =>
    weekLines(week, lang).map((line) => (season ? `${seasonWords(season)}: ${line}` : line)),
  );
  if (lines.length === 0) return <span class="soft">{say(lang, words.noHours)}</span>;
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

function Officials({ lang, posts }: Pick<Office, 'posts'> & { readonly lang: Lang }) {
  if (posts.length === 0) return <span class="soft">{say(lang, words.nobody)}</span>;
  const people = [...Map.groupBy(posts, ({ personId }) => personId).values()];
  return (
    <>
      {people.map((own) => (
        <div key={own[0]!.personId}>
          {own[0]!.name}, {own[0]!.title}
          <br />
          <span class="soft">{own.map(({ role }) => say(lang, roles[role])).join(' · ')}</span>
        </div>
      ))}
    </>
  );
}
