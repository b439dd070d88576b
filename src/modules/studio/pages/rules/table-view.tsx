import { Button } from '#/ui/index.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { TableText } from '../../dmn/decisions.ts';
import type { Subject } from '../../sentence/subject.ts';
import { Message } from '../condition-fields.tsx';
import type { TypedRow } from './table-rows.ts';

const words = {
  row: text('Dòng {no}', 'Row {no}'),
  cell: text('Dòng {no}, {column}', 'Row {no}, {column}'),
  basis: text('Căn cứ', 'Legal basis'),
  add: text('Thêm dòng', 'Add a row'),
  up: text('Lên', 'Up'),
  down: text('Xuống', 'Down'),
  copy: text('Nhân đôi', 'Double'),
  remove: text('Bỏ', 'Remove'),
  acts: text('Sắp xếp', 'Arrange'),
  result: text('→ {name}', '→ {name}'),
  onlyResult: text('→ Kết quả', '→ Result'),
} as const;

/** A column as it is drawn: what it is called, and the answers that may stand in it. */
export interface DrawnColumn {
  readonly title: string;
  readonly subject?: Subject | undefined;
  /** The only values that make sense; the cell then is a choice. */
  readonly choices?: readonly { readonly value: string; readonly label: Text }[] | undefined;
}

export interface TableViewProps {
  readonly lang: Lang;
  readonly caption: string;
  readonly table: TableText;
  readonly rows: readonly TypedRow[];
  readonly wrong: Readonly<Record<string, Text>>;
  readonly tests: readonly DrawnColumn[];
  readonly results: readonly DrawnColumn[];
}

/** Column titles of the results, for people. */
export function resultTitle(lang: Lang, name: string): string {
  return name === ''
    ? say(lang, words.onlyResult)
    : say(lang, fill(words.result, { name: say(lang, resultWords[name] ?? text(name, name)) }));
}

const resultWords: Readonly<Record<string, Text>> = {
  code: text('Mã lý do', 'Code'),
  vi: text('Lời báo', 'Words'),
  en: text('Lời báo tiếng Anh', 'Words in English'),
  key: text('Khoản thu', 'Fee'),
  amount: text('Số tiền (đồng)', 'Amount (đồng)'),
  quantity: text('Số lượng', 'Quantity'),
  qty: text('Bao lâu', 'How long'),
  unit: text('Đơn vị', 'Unit'),
  cutoff: text('Giờ chốt', 'Cut-off'),
  case: text('Trường hợp', 'Case'),
};

/** A decision table whose cells are typed into; rows come, go and move by buttons, so no script is needed. */
export function TableView(props: TableViewProps) {
  const { lang, caption, rows, tests, results, table } = props;
  const notes =
    table.notes.length > 0 ? table.notes.map(({ name }) => name) : [say(lang, words.basis)];
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever uses the keyboard must be able to scroll it */}
      <section class="table-scroll" aria-label={caption} tabIndex={0} id="rows">
        <table class="table table--stack table--cells">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              {[...tests, ...results].map(({ title }, at) => (
                <th scope="col" key={at}>
                  {title}
                </th>
              ))}
              {notes.map((name, at) => (
                <th scope="col" key={at}>
                  {name}
                </th>
              ))}
              <th scope="col">{say(lang, words.acts)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, no) => (
              <Row key={no} whole={props} row={row} no={no} notes={notes} />
            ))}
          </tbody>
        </table>
      </section>
      {tests.map(({ subject }, at) =>
        subject === undefined || subject.options.length === 0 ? null : (
          <datalist id={`options-${at}`} key={at}>
            {subject.options.map(({ value }) => (
              <option value={value} key={value}>
                {value}
              </option>
            ))}
          </datalist>
        ),
      )}
      <Button look="secondary" small icon="plus" name="_do" value="add:rows">
        {say(lang, words.add)}
      </Button>
    </>
  );
}

interface RowProps {
  readonly whole: TableViewProps;
  readonly row: TypedRow;
  readonly no: number;
  readonly notes: readonly string[];
}

function Row({ whole, row, no, notes }: RowProps) {
  const { lang, tests, results, rows } = whole;
  const title = say(lang, fill(words.row, { no: String(no + 1) }));
  const act = (verb: string, label: Text, isShown = true) =>
    isShown ? (
      <Button look="quiet" small name="_do" value={`${verb}:rows.${no}`} about={title}>
        {say(lang, label)}
      </Button>
    ) : null;
  return (
    <tr>
      <th scope="row">
        {no + 1}
        <input
          type="hidden"
          name={`rows.${no}.base`}
          value={row.base === undefined ? '' : String(row.base)}
        />
      </th>
      {row.tests.map((typed, at) => (
        <Cell key={at} {...{ whole, no, typed }} part="in" at={at} column={tests[at]!} />
      ))}
      {row.results.map((typed, at) => (
        <Cell key={at} {...{ whole, no, typed }} part="out" at={at} column={results[at]!} />
      ))}
      {row.notes.map((typed, at) => (
        <Cell
          key={at}
          {...{ whole, no, typed }}
          part="note"
          at={at}
          column={{ title: notes[at] ?? '' }}
        />
      ))}
      <td>
        {act('up', words.up, no > 0)}
        {act('down', words.down, no < rows.length - 1)}
        {act('copy', words.copy)}
        {act('remove', words.remove)}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly whole: TableViewProps;
  readonly no: number;
  readonly part: 'in' | 'out' | 'note';
  readonly at: number;
  readonly typed: string;
  readonly column: DrawnColumn;
}

function Cell({ whole: { lang, wrong }, no, part, at, typed, column }: CellProps) {
  const name = `rows.${no}.${part}.${at}`;
  const isWrong = wrong[name] !== undefined;
  const given = {
    id: name,
    name,
    'aria-label': say(lang, fill(words.cell, { no: String(no + 1), column: column.title })),
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${name}-wrong` : undefined,
  };
  const isChoice =
    column.choices !== undefined &&
    (typed === '' || column.choices.some(({ value }) => value === typed));
  return (
    <td data-label={column.title}>
      <Message lang={lang} name={name} wrong={wrong} />
      {isChoice ? (
        <select class="select" {...given}>
          <option value="">{say(lang, text('— Chọn —', '— Choose —'))}</option>
          {column.choices!.map(({ value, label }) => (
            <option key={value} value={value} selected={value === typed}>
              {say(lang, label)}
            </option>
          ))}
        </select>
      ) : isLong(typed) || part === 'note' ? (
        <textarea class="textarea" rows={3} spellcheck={part === 'note'} {...given}>
          {typed}
        </textarea>
      ) : (
        <input
          class="input"
          type="text"
          value={typed}
          spellcheck={false}
          autocomplete="off"
          list={
            part === 'in' && (column.subject?.options.length ?? 0) > 0 ? `options-${at}` : undefined
          }
          {...given}
        />
      )}
    </td>
  );
}

function isLong(typed: string): boolean {
  return typed.length > 28;
}
