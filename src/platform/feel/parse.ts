import { parser, trackVariables } from 'lezer-feel';

import { text } from '#/values/text.ts';

import { FeelFault, placeAt } from './fault.ts';
import { kids, readExpression } from './parse-expression.ts';
import type { SyntaxNode } from './parse-expression.ts';
import type { Expression, UnaryTests } from './syntax.ts';

/** Names that a text may use, with the members that are known of them; needed for names with signs or spaces. */
export interface Shape {
  readonly [name: string]: Shape | null;
}

const LENGTH_BOUND = 10_000;
const NESTING_BOUND = 100;

/** Parses one expression; the source must be NFC. */
export function parseExpression(source: string, names: Shape): Expression {
  const top = parse(source, names, 'Expression');
  const [only] = kids(top);
  if (only === undefined) throw unreadable(source, 0);
  return readExpression(only, source);
}

/** Parses the tests of a decision table cell; the source must be NFC. */
export function parseUnaryTests(source: string, names: Shape): UnaryTests {
  const top = parse(source, names, 'UnaryTests');
  const parts = kids(top);
  if (parts.some((part) => part.name === 'Wildcard')) return { is: 'anything' };
  const list = parts.find((part) => part.name === 'PositiveUnaryTests');
  if (list === undefined) throw unreadable(source, 0);
  return {
    is: 'tests',
    negated: parts.some((part) => part.name === 'not'),
    tests: kids(list).map((test) => readExpression(test, source)),
  };
}

function parse(source: string, names: Shape, top: 'Expression' | 'UnaryTests'): SyntaxNode {
  if (source.length > LENGTH_BOUND) {
    throw new FeelFault(text('Biểu thức quá dài.', 'The expression is too long.'));
  }
  refuseNesting(source);
  const configured = parser.configure({ top, contextTracker: trackVariables(names) });
  const tree = configured.parse(source);
  const wrong = firstFault(tree);
  if (wrong === undefined) return tree.topNode;
  // The grammar does not know range<…> as a type: it is read as list<…>, which is as long, and told apart later.
  const second = configured.parse(source.replace(/\brange(?=\s*<)/g, 'list '));
  if (firstFault(second) !== undefined) throw unreadable(source, wrong);
  return second.topNode;
}

/** The parser takes very long for thousands of open brackets; nobody writes so many. */
function refuseNesting(source: string): void {
  let open = 0;
  for (const { 0: mark, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[([{]|[)\]}]/gs)) {
    if (mark.length > 1) continue;
    open = '([{'.includes(mark) ? open + 1 : Math.max(0, open - 1);
    if (open > NESTING_BOUND) {
      throw new FeelFault(
        text('Biểu thức lồng nhau quá sâu.', 'The expression is nested too deeply.'),
        placeAt(source, index),
      );
    }
  }
}

function firstFault(tree: ReturnType<typeof parser.parse>): number | undefined {
  let wrong: number | undefined;
  tree.iterate({
    enter(node) {
      if (node.type.isError && (wrong === undefined || node.from < wrong)) wrong = node.from;
    },
  });
  return wrong;
}

function unreadable(source: string, offset: number): FeelFault {
  const rest = source.slice(offset, offset + 24).trim();
  return rest === ''
    ? new FeelFault(
        text('Biểu thức còn dở dang.', 'The expression is not complete.'),
        placeAt(source, offset),
      )
    : new FeelFault(
        text(
          `Không hiểu biểu thức từ chỗ “${rest}”.`,
          `Cannot read the expression from “${rest}” on.`,
        ),
        placeAt(source, offset),
      );
}
