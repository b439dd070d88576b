import { isRole, roles } from '#/modules/agency/index.ts';
import { Link, Table, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { ListRead, ReadRecord } from './read-record.ts';

/** Why it was opened, and by which law it may be. */
export function Why({ read, lang }: { readonly read: ReadRecord; readonly lang: Lang }) {
  return (
    <>
      {say(lang, read.purpose)}
      {read.legalBasis !== null && <p class="soft">{read.legalBasis}</p>}
    </>
  );
}

interface NoticeProps {
  readonly id: string;
  readonly hints: readonly Text[];
  readonly lang: Lang;
}

/** What stands out, and the way to ask about it. */
export function Notice({ id, hints, lang }: NoticeProps) {
  return (
    <>
      {hints.map((hint) => (
        <p key={hint.en}>
          <Tag tone="warning">{say(lang, hint)}</Tag>
        </p>
      ))}
      <Link href={`/toi/du-lieu/hoi-ly-do?lan=${id}`}>{say(lang, words.ask)}</Link>
    </>
  );
}

/** Lists and work of the machine: one row each, however many people stood in it. */
export function ListsTable({ lists, lang }: { lists: readonly ListRead[]; lang: Lang }) {
  if (lists.length === 0) return null;
  return (
    <>
      <h2>{say(lang, words.lists)}</h2>
      <p>{say(lang, words.listsLead)}</p>
      <Table
        caption={say(lang, words.lists)}
        captionUnseen
        keyOf={({ id }) => id}
        rows={lists}
        columns={[
          { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
          { title: say(lang, words.who), cell: (read) => whoRead(read, lang), heads: true },
          { title: say(lang, words.how), cell: ({ way }) => say(lang, ways[way]) },
          {
            title: say(lang, words.people),
            cell: ({ people }) => say(lang, fill(words.ofPeople, { n: String(people) })),
          },
        ]}
      />
    </>
  );
}

/** What else a person may do about data that is theirs. */
export function Further({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <h2>{say(lang, words.further)}</h2>
      <ul>
        {further.map(({ href, title }) => (
          <li key={href}>
            <Link href={href}>{say(lang, title)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Post and unit: the person behind them is named to those who supervise, not here. */
export function whoRead(
  {
    role,
    unit,
    way,
    ...read
  }: Pick<ReadRecord, 'role' | 'unit' | 'way'> & {
    program?: string | null;
    mandateId?: string | null;
    what?: string;
  },
  lang: Lang,
): string {
  if (read.program) return read.program;
  if (read.mandateId) return say(lang, words.byMandate);
  // Partners are named as they are registered; what has a space is a route of ours.
  if (way === 'program' && read.what && !read.what.includes(' /')) return read.what;
  const post = role !== null && isRole(role) ? say(lang, roles[role]) : undefined;
  const place = unit && say(lang, unit);
  const known = [post, place].filter(Boolean).join(', ');
  return known || say(lang, way === 'command' ? words.operator : words.system);
}

const ways: Readonly<Record<ListRead['way'], Text>> = {
  page: text('Danh sách hoặc bước xử lý trên màn hình', 'A list or a step of work on a screen'),
  api: text('Chương trình gọi qua API', 'A program by the API'),
  file: text('Mở tệp', 'A file was opened'),
  program: text('Hệ thống của đối tác', 'A system of a partner'),
  job: text('Máy tự xử lý, không có người xem', 'Work of the machine, nobody looked'),
  command: text('Lệnh của người vận hành', 'A command of the operator'),
};

const further = [
  { href: '/toi/du-lieu/dong-y', title: text('Điều bạn đã đồng ý', 'What you consented to') },
  {
    href: '/toi/du-lieu/yeu-cau',
    title: text(
      'Yêu cầu: xem, sửa, xóa, hạn chế, phản đối; nhận bản sao dữ liệu',
      'Requests: access, correct, delete, restrict, object; a copy of your data',
    ),
  },
];

const words = {
  ask: text('Hỏi lý do', 'Ask why'),
  lists: text(
    'Có tên bạn trong danh sách, hoặc máy xử lý',
    'Lists with your name, and work of the machine',
  ),
  listsLead: text(
    'Mỗi dòng là một lần: không ai mở riêng dữ liệu của bạn.',
    'One row each time: nobody opened your data by itself.',
  ),
  when: text('Khi nào', 'When'),
  who: text('Ai', 'Who'),
  how: text('Bằng cách nào', 'How'),
  people: text('Số người', 'People'),
  ofPeople: text('{n} người', '{n} people'),
  further: text('Quyền của bạn đối với dữ liệu', 'Your rights over your data'),
  system: text('Hệ thống', 'The system'),
  byMandate: text('Người làm thay bạn theo ủy quyền', 'Who acts for you by a mandate'),
  operator: text('Người vận hành hệ thống', 'The operator of the system'),
};
