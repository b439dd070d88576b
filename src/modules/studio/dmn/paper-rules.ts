import { readSentence } from '../sentence/read-sentence.ts';
import { signs, type Clause } from '../sentence/sentence.ts';
import { writeLiteral } from '../sentence/write-feel.ts';
import { withRequirements, writeColumns, type ColumnRow } from './columns.ts';
import { readDecisions, readTable, type RuleText } from './decisions.ts';
import { writeRules, type RuleRow } from './write-rules.ts';

/** When a paper is needed; undefined: always. */
export interface NeededWhen {
  readonly code: string;
  readonly when?: string | undefined;
}

const decision = 'papers';

/**
 * The rules after the condition or the code of a paper changed: its rows in the decision about papers say the same as
 * its condition, and every other row stays. A decision that is no plain list of papers stays as it is; the check then
 * tells where both differ. Undefined `before`: the paper is new; undefined `after`: it is no longer asked for.
 */
export function withPaper(
  xml: string,
  before: NeededWhen | undefined,
  after: NeededWhen | undefined,
  labelOf: (path: string) => string,
): string {
  if (before?.code === after?.code && before?.when === after?.when) return xml;
  const opened = openPlain(xml);
  if (opened === undefined) return xml;
  const { rules, inputs, notes } = opened.table;
  const isOf = (rule: RuleText, paper: NeededWhen | undefined) =>
    paper !== undefined && rule.results[0]?.text === JSON.stringify(paper.code);
  const rows = rules.map(rowOf);
  const old = rows.filter((_, at) => isOf(rules[at]!, before) || isOf(rules[at]!, after));
  if (after === undefined) return write(xml, rows, old, []);
  const results = [JSON.stringify(after.code)];
  if (before?.when === after.when && old.length > 0) {
    return write(
      xml,
      rows,
      old,
      old.map((row) => ({ ...row, results })),
    );
  }
  const tests = testsOf(after.when);
  const columns: ColumnRow[] = inputs.map(({ label, expression }, base) => ({
    base,
    label,
    expression,
  }));
  for (const expression of tests.keys()) {
    if (columns.some((column) => column.expression === expression)) continue;
    columns.push({ base: undefined, label: labelOf(expression), expression });
  }
  const row: RuleRow = {
    base: old[0]?.base,
    tests: columns.map(({ expression }) => tests.get(expression) ?? '-'),
    results,
    notes: old[0]?.notes ?? notes.map(() => ''),
  };
  const widened = columns.length === inputs.length ? xml : writeColumns(xml, opened.span, columns);
  const wide = openPlain(widened)?.table.rules.map(rowOf) ?? rows;
  return withRequirements(
    write(
      widened,
      wide,
      wide.filter(({ base }) => old.some((one) => one.base === base)),
      [row],
    ),
    decision,
  );
}

/** The decision about papers, when each row of it names one paper and all rows that hold count. */
function openPlain(xml: string) {
  const span = readDecisions(xml).find(({ name }) => name === decision)?.table;
  if (span === undefined) return undefined;
  const table = readTable(xml, span);
  const isPlain = table.hitPolicy === 'COLLECT' && table.outputs.length === 1;
  return isPlain && !span.attributes.has('aggregation') ? { span, table } : undefined;
}

function rowOf({ tests, results, notes }: RuleText, base: number): RuleRow {
  return {
    base,
    tests: tests.map(({ text }) => text),
    results: results.map(({ text }) => text),
    notes: notes.map(({ text }) => text),
  };
}

/** Puts rows where the first of the old ones stood, or last. */
function write(
  xml: string,
  rows: readonly RuleRow[],
  old: readonly RuleRow[],
  fresh: readonly RuleRow[],
): string {
  const opened = openPlain(xml)!;
  const at = old[0] === undefined ? rows.length : rows.indexOf(old[0]);
  const kept = (row: RuleRow) => !old.includes(row);
  const next = [...rows.slice(0, at).filter(kept), ...fresh, ...rows.slice(at).filter(kept)];
  return writeRules(xml, opened.span, next);
}

/** A condition as cells by what their columns look at. What no cell can say is a column of its own that must be true. */
function testsOf(when: string | undefined): ReadonlyMap<string, string> {
  if (when === undefined) return new Map();
  const whole = new Map([[when, 'true']]);
  const sentence = readSentence(when);
  if (sentence === undefined) return whole;
  const bySubject = Map.groupBy(sentence.clauses, ({ subject }) => subject);
  const isAny = sentence.join === 'or' && sentence.clauses.length > 1;
  if (isAny && bySubject.size > 1) return whole;
  const cells = [...bySubject].map(([subject, clauses]) => {
    const cell = isAny ? anyOf(clauses) : allOf(clauses);
    return cell === undefined ? undefined : ([subject, cell] as const);
  });
  return cells.includes(undefined) ? whole : new Map(cells.filter((cell) => cell !== undefined));
}

const equal = new Set(['is', 'one-of']);
const unequal = new Set(['is-not', 'none-of']);

function anyOf(clauses: readonly Clause[]): string | undefined {
  return clauses.every(({ relation }) => equal.has(relation)) ? listed(clauses) : undefined;
}

function allOf(clauses: readonly Clause[]): string | undefined {
  if (clauses.every(({ relation }) => unequal.has(relation))) return `not(${listed(clauses)})`;
  const [clause, ...others] = clauses;
  if (clause === undefined || others.length > 0) return undefined;
  switch (clause.relation) {
    case 'is':
    case 'one-of':
      return listed(clauses);
    case 'answered':
      return 'not(null)';
    case 'unanswered':
      return 'null';
    case 'more':
    case 'at-least':
    case 'less':
    case 'at-most':
      return `${signs[clause.relation]} ${listed(clauses)}`;
    case 'is-not':
    case 'none-of':
    case 'under-age':
    case 'of-age':
      return undefined;
  }
}

function listed(clauses: readonly Clause[]): string {
  return clauses.flatMap(({ values }) => values.map(writeLiteral)).join(', ');
}
