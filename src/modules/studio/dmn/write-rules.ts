import { attribute, childrenOf, escapedText, splice, type Span } from '../text/spans.ts';
import { readTable, type CellText, type RuleText } from './decisions.ts';

/** A rule as it is to stand in the table: the words of its cells, and the rule that it comes from. */
export interface RuleRow {
  /** Its place (from 0) in the table as it was; undefined for a new rule. */
  readonly base: number | undefined;
  readonly tests: readonly string[];
  readonly results: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The DMN text with other rules in one table. Rules that come from old ones keep everything but the cells that changed,
 * letter by letter, with the comments before them; new ones get an id of their own.
 */
export function writeRules(xml: string, table: Span, rows: readonly RuleRow[]): string {
  const { rules } = readTable(xml, table);
  const prefix = table.name.slice(0, table.name.length - table.local.length);
  const first = rules[0]?.span;
  const others = table.children.filter(({ local }) => local !== 'rule');
  const from = endBefore(others, first?.from ?? table.closeFrom, table);
  const to = rules.at(-1)?.span.to ?? from;
  const chunks = rules.map((rule, at) => xml.slice(rules[at - 1]?.span.to ?? from, rule.span.to));
  const gap = /^\s*/.exec(chunks[0] ?? '')![0] || '\n      ';
  const used = new Set(rules.map(({ id }) => id));
  const taken = new Set<number>();
  const written = rows.map((row) => {
    const rule = row.base === undefined ? undefined : rules[row.base];
    if (rule === undefined || taken.has(row.base!)) {
      return `${gap}${freshRule(row, prefix, freshId(table, used), gap)}`;
    }
    taken.add(row.base!);
    const lead = chunks[row.base!]!.length - (rule.span.to - rule.span.from);
    return `${chunks[row.base!]!.slice(0, lead)}${changedRule(xml, rule, row, prefix)}`;
  });
  return splice(xml, [{ from, to, text: written.join('') }]);
}

/** The end of what stands before the rules: columns, annotations and what else a table may hold. */
function endBefore(others: readonly Span[], limit: number, table: Span): number {
  return others.filter(({ to }) => to <= limit).at(-1)?.to ?? table.openTo;
}

function changedRule(xml: string, rule: RuleText, row: RuleRow, prefix: string): string {
  const changes = [
    ...changesOf(rule.tests, row.tests, prefix),
    ...changesOf(rule.results, row.results, prefix),
    ...changesOf(rule.notes, row.notes, prefix),
  ];
  const added = row.notes
    .slice(rule.notes.length)
    .map((note) => `${entry(`${prefix}annotationEntry`, note, prefix)}`);
  const end = rule.notes.at(-1)?.span.to ?? rule.results.at(-1)?.span.to ?? rule.span.openTo;
  if (added.length > 0) changes.push({ from: end, to: end, text: added.join('') });
  const moved = changes.map(({ from, to, text }) => ({
    from: from - rule.span.from,
    to: to - rule.span.from,
    text,
  }));
  return splice(xml.slice(rule.span.from, rule.span.to), moved);
}

function changesOf(cells: readonly CellText[], words: readonly string[], prefix: string) {
  return cells.flatMap(({ text, place, span }, at) => {
    const next = words[at];
    if (next === undefined || next === text) return [];
    if (place !== undefined) return [{ ...place, text: escapedText(next) }];
    const opening = span.name;
    return [{ from: span.from, to: span.to, text: entry(opening, next, prefix) }];
  });
}

function freshRule(
  { tests, results, notes }: RuleRow,
  prefix: string,
  id: string,
  gap: string,
): string {
  const cells = [
    ...tests.map((test) => entry(`${prefix}inputEntry`, test, prefix)),
    ...results.map((result) => entry(`${prefix}outputEntry`, result, prefix)),
    ...notes.map((note) => entry(`${prefix}annotationEntry`, note, prefix)),
  ];
  const inner = `${gap}  `;
  return `<${prefix}rule id="${id}">${cells.map((cell) => `${inner}${cell}`).join('')}${gap}</${prefix}rule>`;
}

function entry(name: string, words: string, prefix: string): string {
  return `<${name}><${prefix}text>${escapedText(words)}</${prefix}text></${name}>`;
}

/** An id for a new rule: that of its table and the next free number. */
function freshId(table: Span, used: Set<string>): string {
  const stem = (attribute(table, 'id') ?? 'table').replace(/_table$/, '');
  let no = childrenOf(table, 'rule').length + 1;
  while (used.has(`${stem}_${no}`)) no += 1;
  const id = `${stem}_${no}`;
  used.add(id);
  return id;
}
