import { say, text, type Lang } from '#/values/text.ts';
import { tellCell } from '../dmn/cell.ts';
import {
  cellOf,
  namesIn,
  readDecisions,
  readTable,
  type DecisionText,
  type RuleText,
  type TableText,
} from '../dmn/decisions.ts';
import { titleOf } from '../pages/rules/rules-page.tsx';
import { resultTitle } from '../pages/rules/table-view.tsx';
import { changed, compareLists, type Difference } from './difference.ts';

const words = {
  row: text('{table}, dòng {no}', '{table}, row {no}'),
  cell: text('{table}, dòng {no}, {column}', '{table}, row {no}, {column}'),
  columns: text('{table}: các cột', '{table}: columns'),
  formula: text('{table}: công thức', '{table}: formula'),
  basis: text('Căn cứ', 'Legal basis'),
  whole: text('Bảng “{table}”', 'Table “{table}”'),
} as const;

/** Tables, rows and cells that came, went or changed. */
export function compareRules(before: string, after: string, lang: Lang): Difference[] {
  const side = (xml: string) => ({ xml, names: namesIn(xml), decisions: readDecisions(xml) });
  const [was, now] = [side(before), side(after)];
  return compareLists(was.decisions, now.decisions, ({ name }) => name, {
    whole: (decision) => {
      const place = say(lang, words.whole).replace('{table}', say(lang, titleOf(decision)));
      return { place, words: place };
    },
    inside: (one, other) =>
      compareDecisions({ ...was, decision: one }, { ...now, decision: other }, lang),
  });
}

interface Side {
  readonly xml: string;
  readonly names: readonly string[];
  readonly decision: DecisionText;
}

function compareDecisions(was: Side, now: Side, lang: Lang): Difference[] {
  const table = say(lang, titleOf(now.decision));
  const at = (words_: { vi: string; en: string }) => say(lang, words_).replace('{table}', table);
  if (was.decision.table === undefined || now.decision.table === undefined) {
    const text_ = ({ xml, decision: { literal } }: Side) =>
      literal === undefined ? '' : cellOf(xml, literal).text;
    return changed(at(words.formula), text_(was), text_(now));
  }
  const [old, fresh] = [
    readTable(was.xml, was.decision.table),
    readTable(now.xml, now.decision.table),
  ];
  const columns = ({ inputs }: TableText) =>
    inputs.map(({ label, expression }) => label || expression).join(', ');
  const told = (side: Side, of: TableText) => of.rules.map((rule, no) => ({ rule, no, side, of }));
  return [
    ...changed(at(words.columns), columns(old), columns(fresh)),
    ...compareLists(told(was, old), told(now, fresh), keyOf, {
      whole: (row) => ({ place: rowPlace(table, row, lang), words: rowWords(row, lang) }),
      inside: (one, other) => compareRows(one, other, table, lang),
    }),
  ];
}

interface Row {
  readonly rule: RuleText;
  readonly no: number;
  readonly side: Side;
  readonly of: TableText;
}

/** A rule is known by its id; one without is known by what it says. */
function keyOf({ rule }: Row): string {
  return rule.id === ''
    ? JSON.stringify([rule.tests, rule.results].flat().map(({ text: cell }) => cell))
    : rule.id;
}

function rowPlace(table: string, { no }: Row, lang: Lang): string {
  return say(lang, words.row)
    .replace('{table}', table)
    .replace('{no}', String(no + 1));
}

/** A rule in a line: what it wants, and what comes of it. */
function rowWords(row: Row, lang: Lang): string {
  const cells = cellsOf(row, lang);
  const wants = cells.filter(({ part, words: told }) => part === 'test' && told !== '-');
  const gives = cells.filter(({ part }) => part === 'result');
  const list = (some: typeof cells) =>
    some.map(({ column, words: told }) => `${column}: ${told}`).join('; ');
  return `${list(wants)} ${gives.map(({ column, words: told }) => `${column} ${told}`).join('; ')}`.trim();
}

function compareRows(was: Row, now: Row, table: string, lang: Lang): Difference[] {
  const old = new Map(cellsOf(was, lang).map((cell) => [cell.key, cell.words]));
  return cellsOf(now, lang).flatMap(({ key, column, words: told, part }) => {
    const place = say(lang, words.cell)
      .replace('{table}', table)
      .replace('{no}', String(now.no + 1))
      .replace('{column}', () => column);
    return changed(place, old.get(key) ?? (part === 'test' ? '-' : ''), told);
  });
}

function cellsOf({ rule, side, of }: Row, lang: Lang) {
  const scope = (is: 'test' | 'result') => ({ is, names: side.names, options: [] });
  return [
    ...rule.tests.map(({ text: cell }, at) => ({
      part: 'test' as const,
      key: `in ${of.inputs[at]?.expression}`,
      column: of.inputs[at]?.label || of.inputs[at]?.expression || '',
      words: tellCell(cell, scope('test')),
    })),
    ...rule.results.map(({ text: cell }, at) => ({
      part: 'result' as const,
      key: `out ${of.outputs[at]?.name}`,
      column: resultTitle(lang, of.outputs[at]?.name ?? ''),
      words: tellCell(cell, scope('result')),
    })),
    ...rule.notes.map(({ text: cell }, at) => ({
      part: 'note' as const,
      key: `note ${at}`,
      column: of.notes[at]?.name ?? say(lang, words.basis),
      words: cell,
    })),
  ];
}
