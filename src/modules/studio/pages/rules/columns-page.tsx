import { ask, form } from '#/platform/form/index.ts';
import type { Route, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { Link, LinkButton, Table } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import {
  withRequirements,
  writeColumns,
  writeHitPolicy,
  type ColumnRow,
} from '../../dmn/columns.ts';
import { afterDeed } from '../../list-edit.ts';
import { checkedFeel } from '../../sentence/condition-form.ts';
import { framed } from '../frame.tsx';
import { deedRoutes, ItemButtons } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes } from '../section.ts';
import type { Bench, Workbench } from '../workbench.ts';
import { dmnWords, openTable, ruleSubjects, type OpenTable } from './open-decision.ts';
import { here, titleOf } from './rules-page.tsx';

const words = {
  title: text('Các cột điều kiện: {table}', 'Columns: {table}'),
  lead: text(
    'Mỗi cột nhìn vào một câu trả lời hoặc một công thức. Bỏ cột thì bỏ luôn các ô của nó.',
    'Each column looks at an answer or a formula. A column that is removed takes its cells along.',
  ),
  column: text('Cột', 'Column'),
  looks: text('Nhìn vào', 'Looks at'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm cột', 'Add a column'),
  fresh: text('Cột mới', 'New column'),
  policy: text('Cách chọn dòng', 'Which rows count'),
  missing: text('Chọn câu trả lời, hoặc ghi công thức', 'Choose an answer or write a formula'),
} as const;

const policies = [
  { value: 'COLLECT', label: text('Mọi dòng khớp đều tính', 'All rows that fit count') },
  { value: 'UNIQUE', label: text('Chỉ một dòng được khớp', 'Only one row may fit') },
  { value: 'FIRST', label: text('Dòng khớp đầu tiên', 'The first row that fits') },
  {
    value: 'ANY',
    label: text('Nhiều dòng khớp nhưng kết quả phải như nhau', 'Several may fit if they agree'),
  },
  { value: 'RULE ORDER', label: text('Mọi dòng khớp, theo thứ tự', 'All rows that fit, in order') },
];

/** The input columns of a decision table. */
export function showColumns(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const opened = openTable(bench, visit.params['bang']);
  if (isRefusal(opened)) return opened;
  const { table, decision } = opened;
  const base = hrefOf(bench, opened);
  const title = say(lang, fill(words.title, { table: say(lang, titleOf(decision)) }));
  const view = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <LinkButton href={`${base}/cot/_moi`} icon="plus">
        {say(lang, words.add)}
      </LinkButton>
      <Table
        caption={title}
        captionUnseen
        rows={table.inputs.map((input, at) => ({ input, at }))}
        columns={[
          {
            title: say(lang, words.column),
            heads: true,
            cell: ({ input, at }) => (
              <Link href={`${base}/cot/${at + 1}`}>
                {input.label === '' ? input.expression : input.label}
              </Link>
            ),
          },
          { title: say(lang, words.looks), cell: ({ input }) => <code>{input.expression}</code> },
          {
            title: say(lang, words.acts),
            cell: ({ input, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={`${base}/cot/${at + 1}`}
                about={input.label}
                isFirst={at === 0}
                isLast={at === table.inputs.length - 1}
              />
            ),
          },
        ]}
      />
      <p>
        <Link href={`${base}/cach-chon`}>{say(lang, words.policy)}</Link>
      </p>
    </>
  );
  const back = { href: base, title: say(lang, titleOf(decision)) };
  return framed(visit, bench, { title, here, view, back });
}

/** Single columns, their order, and which rows count. */
export function columnRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/:bang`;
  return [
    ...sectionRoutes(workbench, `${path}/cot/:so`, (visit, bench) => {
      const opened = openTable(bench, visit.params['bang']);
      if (isRefusal(opened)) return opened;
      const { xml, decision, names } = opened;
      const columns = columnsOf(opened);
      const at = placeOf(visit, columns);
      if (at === undefined) return refuse('studio.no-place');
      const column = columns[at];
      const subjects = ruleSubjects(bench);
      const known = subjects.find((subject) => subject.path === column?.expression.trim());
      const list = `${hrefOf(bench, opened)}/cot`;
      return {
        title:
          column === undefined ? say(visit.lang, words.fresh) : column.label || column.expression,
        here,
        back: { href: list, title: say(visit.lang, titleOf(decision)) },
        form: form({
          label: ask.text({ label: text('Tên cột', 'Title'), required: true, maxLength: 200 }),
          subject: ask.select(
            subjects.map(({ path: value, label }) => ({ value, label })),
            { label: text('Nhìn vào câu trả lời', 'Looks at the answer') },
          ),
          formula: ask.textarea({
            label: text('Hoặc công thức FEEL', 'Or a FEEL formula'),
            hint: text(
              'Ví dụ answers.ngay_sinh + duration("P18Y") > submittedOn',
              'For example count(answers.thanh_vien)',
            ),
            maxLength: 4000,
          }),
        }),
        answers: {
          label: column?.label,
          subject: known?.path,
          formula: known === undefined ? column?.expression : undefined,
        },
        file: 'rules.dmn',
        apply({ answers }) {
          const formula = answers['formula'] as string | undefined;
          const expression = formula ?? (answers['subject'] as string | undefined);
          if (expression === undefined) return { wrong: { subject: words.missing } };
          const read = checkedFeel(expression, 'formula', names);
          if ('wrong' in read) return read;
          const written = { base: column?.base, label: String(answers['label']), expression };
          const next = column === undefined ? [...columns, written] : columns.with(at, written);
          return textOf(xml, opened, next, 'formula');
        },
        goTo: () => list,
      };
    }),

    ...deedRoutes(workbench, `${path}/cot/:so`, (visit, bench) => {
      const opened = openTable(bench, visit.params['bang']);
      if (isRefusal(opened)) return opened;
      const columns = columnsOf(opened);
      const at = placeOf(visit, columns);
      if (at === undefined || columns[at] === undefined) return refuse('studio.no-place');
      return {
        file: 'rules.dmn',
        here,
        what: say(visit.lang, titleOf(opened.decision)),
        goTo: `${hrefOf(bench, opened)}/cot`,
        apply: (deed) =>
          deed === 'bo' && columns.length === 1
            ? refuse('studio.last-one')
            : {
                text: writeColumns(
                  opened.xml,
                  opened.decision.table!,
                  afterDeed(columns, at, deed),
                ),
              },
      };
    }),

    ...sectionRoutes(workbench, `${path}/cach-chon`, (visit, bench) => {
      const opened = openTable(bench, visit.params['bang']);
      if (isRefusal(opened)) return opened;
      const list = `${hrefOf(bench, opened)}/cot`;
      return {
        title: say(visit.lang, words.policy),
        here,
        back: { href: list, title: say(visit.lang, titleOf(opened.decision)) },
        form: form({ policy: ask.radio(policies, { label: words.policy, required: true }) }),
        answers: { policy: opened.table.hitPolicy },
        file: 'rules.dmn',
        apply: ({ answers }) => ({
          text: writeHitPolicy(opened.xml, opened.decision.table!, String(answers['policy'])),
        }),
        goTo: () => list,
      };
    }),
  ];
}

function textOf(xml: string, { decision }: OpenTable, columns: readonly ColumnRow[], at: string) {
  const written = withRequirements(writeColumns(xml, decision.table!, columns), decision.name);
  const fault = dmnWords(written);
  return fault === undefined ? { text: written } : { wrong: { [at]: fault } };
}

function columnsOf({ table }: OpenTable): ColumnRow[] {
  return table.inputs.map(({ label, expression }, base) => ({ base, label, expression }));
}

function placeOf(visit: Visit, columns: readonly ColumnRow[]): number | undefined {
  const so = visit.params['so'] ?? '';
  if (so === '_moi') return columns.length;
  return /^[1-9]\d{0,2}$/.test(so) && Number(so) <= columns.length ? Number(so) - 1 : undefined;
}

function hrefOf(bench: Bench, { decision }: OpenTable): string {
  return placeHref(bench.draft.id, `${here}/${encodeURIComponent(decision.name)}`);
}
