import type { Question } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { EmptyState, Link, LinkButton, Table } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { library } from '../../question/library.ts';
import { ItemButtons } from '../list-deeds.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';

const words = {
  title: text('Câu hỏi trong mỗi dòng', 'Questions of each row'),
  question: text('Câu hỏi', 'Question'),
  kind: text('Loại', 'Kind'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm câu hỏi vào dòng', 'Add a question to the rows'),
  none: text('Bảng chưa có câu hỏi nào', 'The rows have no questions yet'),
  noneHint: text('Thêm ít nhất một câu hỏi thì bảng mới dùng được.', 'A table needs at least one.'),
} as const;

/** The questions that each row of a table asks. */
export function ColumnList({
  visit,
  bench,
  table,
}: {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly table: Question;
}) {
  const { lang } = visit;
  const columns = table.columns ?? [];
  const path = (name: string) =>
    placeHref(bench.draft.id, `to-khai/cau/${table.name}/cot/${encodeURIComponent(name)}`);
  return (
    <section id="cot">
      <h2>{say(lang, words.title)}</h2>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={columns.map((column, at) => ({ column, at }))}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.question),
            heads: true,
            cell: ({ column }) => <Link href={path(column.name)}>{say(lang, column.label)}</Link>,
          },
          {
            title: say(lang, words.kind),
            cell: ({ column: { kind } }) => (library[kind] ? say(lang, library[kind].name) : kind),
          },
          {
            title: say(lang, words.acts),
            cell: ({ column, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={path(column.name)}
                about={say(lang, column.label)}
                isFirst={at === 0}
                isLast={at === columns.length - 1}
              />
            ),
          },
        ]}
      />
      <LinkButton href={path('_moi')} look="secondary" icon="plus">
        {say(lang, words.add)}
      </LinkButton>
    </section>
  );
}
