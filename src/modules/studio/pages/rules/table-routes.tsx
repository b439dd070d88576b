import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { Button, ErrorSummary, Form, InsetText, Link } from '#/ui/index.ts';
import { say, text, type Text } from '#/values/text.ts';
import type { Tx } from '#/platform/db/index.ts';
import { editors, reviewers } from '../../access.ts';
import type { CellScope } from '../../dmn/cell.ts';
import { withRequirements } from '../../dmn/columns.ts';
import type { DecisionText } from '../../dmn/decisions.ts';
import { writeRules } from '../../dmn/write-rules.ts';
import { readEditable } from '../../editable.ts';
import { framed } from '../frame.tsx';
import { home, placeHref } from '../places.ts';
import {
  ClashNotice,
  RevisionField,
  revisionOf,
  saveAnd,
  textsSeen,
  type Clashed,
} from '../saving.tsx';
import { layOut, type Bench, type Workbench } from '../workbench.ts';
import { dmnWords, openDecision, openTable, subjectOf, type OpenTable } from './open-decision.ts';
import { decisionWords, here, titleOf } from './rules-page.tsx';
import { readRows, rulesOf, typeRows, type TableScope, type TypedRow } from './table-rows.ts';
import { resultTitle, TableView, type DrawnColumn } from './table-view.tsx';

const words = {
  rules: text('Quy tắc', 'Rules'),
  save: text('Lưu', 'Save'),
  columns: text('Sửa các cột điều kiện', 'Edit the columns'),
  help: text(
    'Ô để “-” nghĩa là gì cũng được. Gõ thẳng lời trả lời, ngày như 31/12/2025, so sánh như > 5 hoặc <= 31/12/2025; “không phải …” để loại trừ; nhiều giá trị cách nhau bởi dấu phẩy.',
    'A cell with “-” fits anything. Type the answer as it is, days like 31/12/2025, comparisons like > 5; “không phải …” excludes; several values are parted by commas.',
  ),
} as const;

/** The pages of single decisions: a table, or a formula. */
export function tableRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/:bang`;
  return [
    get(path, reviewers, async (tx, visit) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const opened = openDecision(bench, visit.params['bang']);
      if (isRefusal(opened)) return opened;
      if (opened.decision.table === undefined) return { goTo: elsewhere(bench, opened.decision) };
      const table = openTable(bench, visit.params['bang']);
      if (isRefusal(table)) return table;
      return shown(visit, bench, table, {
        rows: typeRows(table.table, scopeOf(bench, table)),
        wrong: {},
      });
    }),
    post(path, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      return isRefusal(bench) ? bench : submit(tx, visit, bench, body);
    }),
  ];
}

/** Decisions that are no tables have a page for their formula, or only their text. */
function elsewhere({ draft }: Bench, { name, literal }: DecisionText): string {
  const path = `${here}/${encodeURIComponent(name)}/cong-thuc`;
  return placeHref(draft.id, literal === undefined ? 'van-ban/rules.dmn' : path);
}

async function submit(
  tx: Tx,
  visit: Visit,
  bench: Bench,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const revision = revisionOf(body, bench);
  const seen = { ...bench, artefacts: await textsSeen(tx, bench, revision) };
  const opened = openTable(seen, visit.params['bang']);
  if (isRefusal(opened)) return opened;
  const scope = scopeOf(seen, opened);
  const rows = readRows(body, opened.table);
  if (body['_do'] !== undefined) return shown(visit, bench, opened, { rows, wrong: {}, revision });
  const read = rulesOf(rows, opened.table, scope);
  if ('wrong' in read) return shown(visit, bench, opened, { rows, wrong: read.wrong, revision });
  const { decision, xml } = opened;
  const written = withRequirements(writeRules(xml, decision.table!, read.rules), decision.name);
  const fault = dmnWords(written);
  if (fault !== undefined) {
    return shown(visit, bench, opened, { rows, wrong: { rows: fault }, revision });
  }
  return saveAnd({
    tx,
    visit,
    bench,
    revision,
    texts: { 'rules.dmn': written },
    what: say('vi', titleOf(decision)),
    goTo: placeHref(bench.draft.id, here),
    again: (clash) =>
      shown(visit, bench, opened, { rows, wrong: {}, revision: clash.revision, clash }),
  });
}

/** What the cells of each column may say. */
function scopeOf(bench: Bench, { table, names }: OpenTable): TableScope {
  const scope = (is: CellScope['is'], options: readonly string[]) => ({ is, names, options });
  return {
    tests: table.inputs.map(({ expression }) =>
      scope('test', subjectOf(bench, expression)?.options.map(({ value }) => value) ?? []),
    ),
    results: table.outputs.map(({ name }, at) =>
      scope(
        'result',
        choicesFor(bench, table.outputs.length === 1 && at === 0 ? '' : name)?.map(
          ({ value }) => value,
        ) ?? [],
      ),
    ),
  };
}

const units: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'WORKING_DAY', label: text('ngày làm việc', 'working days') },
  { value: 'DAY', label: text('ngày', 'days') },
  { value: 'WORKING_HOUR', label: text('giờ làm việc', 'working hours') },
  { value: 'HOUR', label: text('giờ', 'hours') },
  { value: 'MONTH', label: text('tháng', 'months') },
];

/** Results that are chosen from what the catalogue knows: papers, fees, units of time. */
function choicesFor(
  bench: Bench,
  output: string,
): readonly { readonly value: string; readonly label: Text }[] | undefined {
  if (output === 'unit') return units;
  const facts = readEditable('procedure.json', bench.artefacts);
  if (isRefusal(facts)) return undefined;
  if (output === 'key') return facts.fees?.map(({ key, name }) => ({ value: key, label: name }));
  if (output === '') return facts.papers?.map(({ code, name }) => ({ value: code, label: name }));
  return undefined;
}

interface Left {
  readonly rows: readonly TypedRow[];
  readonly wrong: Readonly<Record<string, Text>>;
  readonly revision?: number;
  readonly clash?: Clashed;
}

function shown(visit: Visit, bench: Bench, opened: OpenTable, left: Left): Shown {
  const { lang } = visit;
  const { decision, table } = opened;
  const title = say(lang, titleOf(decision));
  const about = decisionWords[decision.name]?.about;
  const own = placeHref(bench.draft.id, `${here}/${encodeURIComponent(decision.name)}`);
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={left.wrong} />
      {left.clash !== undefined && <ClashNotice visit={visit} clash={left.clash} />}
      <h1>{title}</h1>
      {about !== undefined && <p class="lead">{say(lang, about)}</p>}
      <InsetText>{say(lang, words.help)}</InsetText>
      <Form csrf={visit.csrf} lang={lang} action={own}>
        <RevisionField revision={left.revision ?? bench.draft.revision} />
        <TableView
          lang={lang}
          caption={title}
          table={table}
          rows={left.rows}
          wrong={left.wrong}
          {...drawnColumns(visit, bench, opened)}
        />
        <p>
          <Button>{say(lang, words.save)}</Button>
        </p>
      </Form>
      <p>
        <Link href={`${own}/cot`}>{say(lang, words.columns)}</Link>
      </p>
    </>
  );
  const status = Object.keys(left.wrong).length > 0 ? 422 : 200;
  const back = { href: placeHref(bench.draft.id, here), title: say(lang, words.rules) };
  return framed(visit, bench, { title, here, view, status, back });
}

function drawnColumns({ lang }: Visit, bench: Bench, { decision, table }: OpenTable) {
  const isPapers = decision.name === 'papers';
  const tests: DrawnColumn[] = table.inputs.map(({ label, expression }) => ({
    title: label === '' ? expression : label,
    subject: subjectOf(bench, expression),
  }));
  const results: DrawnColumn[] = table.outputs.map(({ name }) => ({
    title: resultTitle(lang, name),
    choices: name === '' && !isPapers ? undefined : choicesFor(bench, name),
  }));
  return { tests, results };
}
