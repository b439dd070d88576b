import type { parser } from 'lezer-feel';

import { text } from '#/values/text.ts';

import { FeelFault, placeAt } from './fault.ts';
import { tidyName } from './name.ts';
import { number } from './number.ts';
import { readType } from './parse-type.ts';
import { readString } from './parse-string.ts';
import type { ComparisonOperator, Expression, FormalParameter, Iterator } from './syntax.ts';
import { readTemporal } from './temporal/literal.ts';

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

const DEPTH_BOUND = 300;
const skipped = new Set(['LineComment', 'BlockComment']);
const marks = new Set(
  '( ) [ ] { } . .. ArithOp CompareOp for in return if then else some every satisfies between and or instance of function external'.split(
    ' ',
  ),
);

/** The named children of a node, without comments. */
export function kids(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!skipped.has(child.name)) found.push(child);
  }
  return found;
}

/** Turns one expression node of the lezer tree into our own syntax tree. */
export function readExpression(node: SyntaxNode, source: string, depth = 0): Expression {
  if (depth > DEPTH_BOUND) {
    throw new FeelFault(
      text('Biểu thức lồng nhau quá sâu.', 'The expression is nested too deeply.'),
      placeAt(source, node.from),
    );
  }
  const at = node.from;
  const all = kids(node);
  const parts = all.filter((part) => !marks.has(part.name));
  const read = (part: SyntaxNode | undefined): Expression => {
    if (part === undefined) throw incomplete(source, node.to);
    return readExpression(part, source, depth + 1);
  };
  const written = (part: SyntaxNode | undefined) =>
    part === undefined ? '' : source.slice(part.from, part.to);

  switch (node.name) {
    case 'NumericLiteral':
      return { is: 'constant', at, value: number(written(node).replace(/\s+/g, '')) };
    case 'StringLiteral':
      return { is: 'constant', at, value: readString(written(node)) };
    case 'BooleanLiteral':
      return { is: 'constant', at, value: written(node) === 'true' };
    case 'null':
      return { is: 'constant', at, value: null };
    case '?':
      return { is: 'tested', at };
    case 'VariableName':
      return { is: 'name', at, name: tidyName(written(node)) };
    case 'SpecialFunctionName':
    case 'DateTimeConstructor':
      return { is: 'built-in', at, name: tidyName(written(node)) };
    case 'ParenthesizedExpression':
    case 'PositiveUnaryTest':
      return read(parts[0]);
    case 'DateTimeLiteral': {
      const [first] = parts;
      if (first?.name !== 'AtLiteral') return readCall(at, parts, read, written);
      return { is: 'constant', at, value: readTemporal(readString(written(kids(first)[0]))) };
    }
    case 'ArithmeticExpression': {
      const operator = written(all.find((part) => part.name === 'ArithOp'));
      if (parts.length === 1) {
        const of = read(parts[0]);
        return operator === '-' ? { is: 'negation', at, of } : of;
      }
      const left = read(parts[0]);
      const right = read(parts[1]);
      if (operator === '^' || operator === '**')
        return { is: 'arithmetic', at, operator: '**', left, right };
      return { is: 'arithmetic', at, operator: operator as '+' | '-' | '*' | '/', left, right };
    }
    case 'Conjunction':
      return { is: 'and', at, left: read(parts[0]), right: read(parts[1]) };
    case 'Disjunction':
      return { is: 'or', at, left: read(parts[0]), right: read(parts[1]) };
    case 'Comparison': {
      const sign = all.find((part) => part.name === 'CompareOp');
      if (sign !== undefined) {
        const operator = written(sign) as ComparisonOperator;
        return { is: 'comparison', at, operator, left: read(parts[0]), right: read(parts[1]) };
      }
      if (all.some((part) => part.name === 'between')) {
        return { is: 'between', at, of: read(parts[0]), low: read(parts[1]), high: read(parts[2]) };
      }
      const tested = parts[1];
      const tests = tested?.name === 'PositiveUnaryTests' ? kids(tested) : [tested];
      return { is: 'in', at, of: read(parts[0]), tests: tests.map(read) };
    }
    case 'SimplePositiveUnaryTest': {
      const sign = all.find((part) => part.name === 'CompareOp');
      if (sign === undefined) return read(parts[0]);
      return {
        is: 'half range',
        at,
        operator: written(sign) as ComparisonOperator,
        end: read(parts[0]),
      };
    }
    case 'Interval':
      return {
        is: 'range',
        at,
        start: read(parts[0]),
        end: read(parts[1]),
        startIncluded: all[0]?.name === '[',
        endIncluded: all.at(-1)?.name === ']',
      };
    case 'IfExpression':
      return {
        is: 'if',
        at,
        test: read(parts[0]),
        whenTrue: read(parts[1]),
        whenFalse: read(parts[2]),
      };
    case 'ForExpression':
      return {
        is: 'for',
        at,
        iterators: readIterators(parts[0], read, written),
        body: read(parts[1]),
      };
    case 'QuantifiedExpression': {
      const is = all[0]?.name === 'every' ? 'every' : 'some';
      return { is, at, iterators: readIterators(parts[0], read, written), body: read(parts[1]) };
    }
    case 'PathExpression':
      return { is: 'path', at, of: read(parts[0]), name: tidyName(written(parts[1])) };
    case 'FilterExpression':
      return { is: 'filter', at, of: read(parts[0]), by: read(parts[1]) };
    case 'FunctionInvocation':
      return readCall(at, parts, read, written);
    case 'InstanceOfExpression':
      if (parts[1] === undefined) throw incomplete(source, node.to);
      return { is: 'instance of', at, of: read(parts[0]), type: readType(parts[1], source) };
    case 'List':
      return { is: 'list', at, items: parts.map(read) };
    case 'Context':
      return {
        is: 'context',
        at,
        entries: parts.map((entry) => {
          const [key, value] = kids(entry);
          return { name: readKey(key, written), value: read(value) };
        }),
      };
    case 'FunctionDefinition': {
      const [parameters, body] = parts;
      return {
        is: 'function',
        at,
        parameters:
          parameters === undefined ? [] : kids(parameters).map((one) => readParameter(one, source)),
        body: read(body === undefined ? undefined : kids(body)[0]),
        external: all.some((part) => part.name === 'external'),
      };
    }
    default:
      throw new FeelFault(
        text(`Không dùng được “${written(node)}” ở đây.`, `“${written(node)}” cannot stand here.`),
        placeAt(source, at),
      );
  }
}

type Read = (part: SyntaxNode | undefined) => Expression;
type Written = (part: SyntaxNode | undefined) => string;

function readCall(
  at: number,
  [callee, args]: SyntaxNode[],
  read: Read,
  written: Written,
): Expression {
  const given = args === undefined ? [] : kids(args);
  if (args?.name !== 'NamedParameters') {
    return { is: 'call', at, callee: read(callee), args: given.map(read) };
  }
  const named = new Map<string, Expression>();
  for (const one of given) {
    const [name, value] = kids(one);
    named.set(tidyName(written(name)), read(value));
  }
  return { is: 'named call', at, callee: read(callee), args: named };
}

function readIterators(list: SyntaxNode | undefined, read: Read, written: Written): Iterator[] {
  return (list === undefined ? [] : kids(list)).map((one) => {
    const [name, range] = kids(one).filter((part) => part.name !== 'in');
    const ends = range === undefined ? [] : kids(range).filter((part) => part.name !== '..');
    return {
      name: tidyName(written(name)),
      from: read(ends[0]),
      to: ends[1] === undefined ? undefined : read(ends[1]),
    };
  });
}

function readKey(key: SyntaxNode | undefined, written: Written): string {
  const inner = key?.firstChild;
  return inner?.name === 'StringLiteral'
    ? tidyName(readString(written(inner)))
    : tidyName(written(key));
}

function readParameter(node: SyntaxNode, source: string): FormalParameter {
  const [name, type] = kids(node);
  return {
    name: tidyName(name === undefined ? '' : source.slice(name.from, name.to)),
    type: type === undefined ? undefined : readType(type, source),
  };
}

function incomplete(source: string, offset: number): FeelFault {
  return new FeelFault(
    text('Biểu thức còn dở dang.', 'The expression is not complete.'),
    placeAt(source, offset),
  );
}
