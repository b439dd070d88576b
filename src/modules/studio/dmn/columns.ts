import {
  attribute,
  blankBefore,
  childrenOf,
  escaped,
  escapedText,
  readSpans,
  splice,
  type Span,
} from '../text/spans.ts';
import { readDecisions, readTable, type DecisionText } from './decisions.ts';

/** An input column as it is to stand: its label, what it looks at, and the column that it comes from. */
export interface ColumnRow {
  /** Its place (from 0) among the inputs as they were; undefined for a new one. */
  readonly base: number | undefined;
  readonly label: string;
  readonly expression: string;
}

/**
 * The DMN text with other input columns in one table. The cells of a rule go with their columns; new columns get "-",
 * which anything fits.
 */
export function writeColumns(xml: string, table: Span, columns: readonly ColumnRow[]): string {
  const { inputs, rules } = readTable(xml, table);
  const prefix = table.name.slice(0, table.name.length - table.local.length);
  const stem = (attribute(table, 'id') ?? 'table').replace(/_table$/, '');
  let fresh = inputs.length;
  const heads = columns.map((column) => {
    const input = column.base === undefined ? undefined : inputs[column.base];
    if (input !== undefined) return changedInput(xml, input.span, column);
    fresh += 1;
    return `<${prefix}input id="${stem}_in${fresh}" label="${escaped(column.label)}"><${prefix}inputExpression><${prefix}text>${escapedText(column.expression)}</${prefix}text></${prefix}inputExpression></${prefix}input>`;
  });
  const blank = `<${prefix}inputEntry><${prefix}text>-</${prefix}text></${prefix}inputEntry>`;
  const changes = [
    region(
      xml,
      inputs.map(({ span }) => span),
      heads,
      firstPlace(table),
    ),
    ...rules.map(({ span, tests }) => {
      const cells = columns.map(({ base }) => {
        const cell = base === undefined ? undefined : tests[base];
        return cell === undefined ? blank : xml.slice(cell.span.from, cell.span.to);
      });
      return region(
        xml,
        tests.map((cell) => cell.span),
        cells,
        span.openTo,
      );
    }),
  ];
  return splice(xml, changes);
}

/** The elements of one kind that follow each other, replaced by others with the white space that stood between them. */
function region(xml: string, old: readonly Span[], texts: readonly string[], otherwise: number) {
  const [first, second] = old;
  const from = first?.from ?? otherwise;
  const to = old.at(-1)?.to ?? otherwise;
  const before = xml.slice(blankBefore(xml, from), from);
  const gap =
    first && second ? xml.slice(first.to, second.from) : before === '' ? '\n      ' : before;
  const isBlank = /^\s*$/.test(gap);
  return { from, to, text: texts.join(isBlank ? gap : '\n      ') + (first ? '' : before) };
}

function firstPlace(table: Span): number {
  return table.children[0]?.from ?? table.openTo;
}

function changedInput(xml: string, span: Span, { label, expression }: ColumnRow): string {
  const changes: { from: number; to: number; text: string }[] = [];
  const old = span.attributes.get('label');
  if (old !== undefined && old.value !== label) {
    changes.push({ from: old.from, to: old.to, text: escaped(label) });
  } else if (old === undefined && label !== '') {
    const at = span.from + 1 + span.name.length;
    changes.push({ from: at, to: at, text: ` label="${escaped(label)}"` });
  }
  const [expressionSpan] = childrenOf(span, 'inputExpression');
  const [text] = expressionSpan === undefined ? [] : childrenOf(expressionSpan, 'text');
  const written = text === undefined ? undefined : xml.slice(text.openTo, text.closeFrom);
  if (text !== undefined && written !== escapedText(expression)) {
    changes.push({ from: text.openTo, to: text.closeFrom, text: escapedText(expression) });
  }
  const moved = changes.map(({ from, to, text: next }) => ({
    from: from - span.from,
    to: to - span.from,
    text: next,
  }));
  return splice(xml.slice(span.from, span.to), moved);
}

/** The DMN text with another hit policy of a table. */
export function writeHitPolicy(xml: string, table: Span, policy: string): string {
  const old = table.attributes.get('hitPolicy');
  if (old !== undefined) return splice(xml, [{ from: old.from, to: old.to, text: policy }]);
  const at = table.from + 1 + table.name.length;
  return splice(xml, [{ from: at, to: at, text: ` hitPolicy="${policy}"` }]);
}

/** The DMN text with another expression of a decision that is no table. */
export function writeLiteral(xml: string, literal: Span, expression: string): string {
  const [text] = childrenOf(literal, 'text');
  if (text === undefined) return xml;
  return splice(xml, [{ from: text.openTo, to: text.closeFrom, text: escapedText(expression) }]);
}

/**
 * Tells DMN what a decision looks at: every input and decision that its texts name becomes a requirement. Those that
 * stand there already are left alone.
 */
export function withRequirements(xml: string, name: string): string {
  const root = readSpans(xml);
  const decision = readDecisions(xml).find((one) => one.name === name);
  if (decision === undefined) return xml;
  const known = new Set(
    childrenOf(decision.span, 'informationRequirement').flatMap((requirement) =>
      requirement.children.map((child) => attribute(child, 'href')?.replace(/^#/, '')),
    ),
  );
  const named = mentionsIn(xml, decision);
  const missing = [...childrenOf(root, 'inputData'), ...childrenOf(root, 'decision')].filter(
    (span) =>
      attribute(span, 'name') !== name &&
      named.has(attribute(span, 'name') ?? '') &&
      !known.has(attribute(span, 'id')),
  );
  if (missing.length === 0) return xml;
  const prefix = decision.span.name.slice(0, decision.span.name.length - 'decision'.length);
  const logic = decision.table ?? decision.literal ?? decision.span.children.at(-1);
  const at = logic?.from ?? decision.span.closeFrom;
  const lead = xml.slice(blankBefore(xml, at), at);
  const indent = lead.includes('\n') ? lead : '\n    ';
  const text = missing
    .map((span) => {
      const kind = span.local === 'decision' ? 'requiredDecision' : 'requiredInput';
      const id = attribute(span, 'id') ?? '';
      const own = `${attribute(decision.span, 'id') ?? name}_needs_${attribute(span, 'name') ?? ''}`;
      return `<${prefix}informationRequirement id="${escaped(own)}"><${prefix}${kind} href="#${escaped(id)}"/></${prefix}informationRequirement>${indent}`;
    })
    .join('');
  return splice(xml, [{ from: at, to: at, text }]);
}

/** The words in the texts of a decision that could be names. */
function mentionsIn(xml: string, { span }: DecisionText): Set<string> {
  const plain = xml
    .slice(span.openTo, span.closeFrom)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/"(?:[^"\\]|\\.)*"/g, ' ');
  return new Set(plain.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
}
