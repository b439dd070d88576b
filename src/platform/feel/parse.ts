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
  // Strict: the recovery of the parser after faults, made for editors, can take minutes.
  const strict = parser.configure({ top, contextTracker: trackVariables(names), strict: true });
  const read = attempt(strict, source);
  if (typeof read !== 'number') return read.topNode;
  // The grammar does not know range<…> as a type: it is read as list<…>, which is as long, and told apart later.
  const second = attempt(strict, source.replace(/\brange(?=\s*<)/g, 'list '));
  if (typeof second !== 'number') return second.topNode;
  throw unreadable(source, read);
}

/** The tree, or the offset from which on the text makes no sense. */
function attempt(strict: typeof parser, source: string): ReturnType<typeof parser.parse> | number {
  const run = strict.startParse(source);
  try {
    for (;;) {
      const tree = run.advance();
      if (tree !== null) return tree;
    }
  } catch {
    const rest = source.slice(run.parsedPos);
    return source.length - rest.trimStart().length;
  }
}

/** The parser takes very long for thousands of open brackets or signs in a row; nobody writes so many. */
function refuseNesting(source: string): void {
  let open = 0;
  for (const { 0: mark, index } of source.matchAll(
    /"(?:[^"\\]|\\.)*"|(?:[-+]\s*){100}|[([{]|[)\]}]/gs,
  )) {
    if (mark.startsWith('"')) continue;
    open = mark.length > 1 ? Infinity : '([{'.includes(mark) ? open + 1 : Math.max(0, open - 1);
    if (open > NESTING_BOUND) {
      throw new FeelFault(
        text('Biểu thức lồng nhau quá sâu.', 'The expression is nested too deeply.'),
        placeAt(source, index),
      );
    }
  }
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
