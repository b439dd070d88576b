import { attribute, childrenOf, readSpans, textOf, type Span } from '../text/spans.ts';

/** A decision of rules.dmn by its places in the text. */
export interface DecisionText {
  readonly name: string;
  readonly label: string;
  readonly span: Span;
  /** The decision table, or the text of a single expression; undefined for other kinds of logic. */
  readonly table: Span | undefined;
  readonly literal: Span | undefined;
}

/** A decision table as its editor shows it: what stands in its cells, in order. */
export interface TableText {
  readonly hitPolicy: string;
  readonly inputs: readonly {
    readonly label: string;
    readonly expression: string;
    readonly span: Span;
  }[];
  readonly outputs: readonly { readonly name: string; readonly span: Span }[];
  readonly notes: readonly { readonly name: string; readonly span: Span }[];
  readonly rules: readonly RuleText[];
}

export interface RuleText {
  readonly id: string;
  readonly span: Span;
  readonly tests: readonly CellText[];
  readonly results: readonly CellText[];
  readonly notes: readonly CellText[];
}

/** A cell: what it says, and the place of its written text; undefined when it has no text element. */
export interface CellText {
  readonly text: string;
  readonly place: { readonly from: number; readonly to: number } | undefined;
  readonly span: Span;
}

/** The decisions of a DMN text in their order. The text must be XML: its own reader tells when it is not. */
export function readDecisions(xml: string): readonly DecisionText[] {
  return childrenOf(readSpans(xml), 'decision').map((span) => {
    const [table] = childrenOf(span, 'decisionTable');
    const [literal] = childrenOf(span, 'literalExpression');
    const name = attribute(span, 'name') ?? '';
    const label = table === undefined ? undefined : attribute(table, 'outputLabel');
    return { name, label: label ?? name, span, table, literal };
  });
}

/** Names that cells may use: the input data and the decisions of the file. */
export function namesIn(xml: string): readonly string[] {
  const root = readSpans(xml);
  return [...childrenOf(root, 'inputData'), ...childrenOf(root, 'decision')].flatMap(
    (span) => attribute(span, 'name') ?? [],
  );
}

/** What stands in a decision table. */
export function readTable(xml: string, table: Span): TableText {
  return {
    hitPolicy: attribute(table, 'hitPolicy') ?? 'UNIQUE',
    inputs: childrenOf(table, 'input').map((span) => {
      const [expression] = childrenOf(span, 'inputExpression');
      return {
        label: attribute(span, 'label') ?? '',
        expression: expression === undefined ? '' : cellOf(xml, expression).text,
        span,
      };
    }),
    outputs: childrenOf(table, 'output').map((span) => ({
      name: attribute(span, 'name') ?? '',
      span,
    })),
    notes: childrenOf(table, 'annotation').map((span) => ({
      name: attribute(span, 'name') ?? '',
      span,
    })),
    rules: childrenOf(table, 'rule').map((span) => ({
      id: attribute(span, 'id') ?? '',
      span,
      tests: childrenOf(span, 'inputEntry').map((cell) => cellOf(xml, cell)),
      results: childrenOf(span, 'outputEntry').map((cell) => cellOf(xml, cell)),
      notes: childrenOf(span, 'annotationEntry').map((cell) => cellOf(xml, cell)),
    })),
  };
}

/** The text inside of the `text` element of a cell, an expression or a literal. */
export function cellOf(xml: string, span: Span): CellText {
  const [written] = childrenOf(span, 'text');
  if (written === undefined) return { text: '', place: undefined, span };
  const place =
    written.closeFrom === written.openTo && written.to === written.openTo
      ? undefined
      : { from: written.openTo, to: written.closeFrom };
  return { text: textOf(xml, written).trim(), place, span };
}
