import { findBuiltIn } from '../builtins/index.ts';
import { isOfType } from '../type.ts';
import type { Expression } from '../syntax.ts';
import { newContext } from '../value.ts';
import { callStep, compileFunction, namedCallStep } from './call.ts';
import { compileFilter } from './filter.ts';
import { constantOf, constantStep, frameOf } from './frame.ts';
import type { Step } from './frame.ts';
import { compileLoop } from './iterate.ts';
import { compileName } from './name.ts';
import {
  andStep,
  arithmeticStep,
  betweenStep,
  comparisonStep,
  negationStep,
  orStep,
} from './operators.ts';
import { pathStep } from './path.ts';
import { scopeOf } from './scope.ts';
import type { Scope, Setting } from './scope.ts';
import { compileAny } from './tests.ts';
import { resolveType } from './type-name.ts';
import { halfRange, range } from './ranges.ts';
import { nameKey } from '../name.ts';

/** Compiles a syntax tree to closures. */
export function compile(expression: Expression, scope: Scope, setting: Setting): Step {
  const inner = (part: Expression, within: Scope = scope): Step => compile(part, within, setting);
  switch (expression.is) {
    case 'constant':
      return constantStep(expression.value);
    case 'name':
      return compileName(expression.name, expression.at, scope, setting);
    case 'tested':
      return compileName('?', expression.at, scope, setting);
    case 'arithmetic':
      return arithmeticStep(expression.operator, inner(expression.left), inner(expression.right));
    case 'negation':
      return negationStep(inner(expression.of));
    case 'comparison':
      return comparisonStep(expression.operator, inner(expression.left), inner(expression.right));
    case 'between':
      return betweenStep(inner(expression.of), inner(expression.low), inner(expression.high));
    case 'in': {
      const of = inner(expression.of);
      const test = compileAny(expression.tests, scopeOf(['?'], scope), inner);
      return (frame) => {
        const tested = of(frame);
        return test(tested, frameOf('?', tested, frame));
      };
    }
    case 'and':
      return andStep(inner(expression.left), inner(expression.right));
    case 'or':
      return orStep(inner(expression.left), inner(expression.right));
    case 'if': {
      const [test, whenTrue, whenFalse] = [
        inner(expression.test),
        inner(expression.whenTrue),
        inner(expression.whenFalse),
      ];
      return (frame) => (test(frame) === true ? whenTrue(frame) : whenFalse(frame));
    }
    case 'for':
    case 'some':
    case 'every':
      return compileLoop(expression, scope, inner);
    case 'path':
      return pathStep(inner(expression.of), expression.name);
    case 'filter':
      return compileFilter(inner(expression.of), expression.by, scope, inner);
    case 'call':
      return callStep(
        inner(expression.callee),
        expression.args.map((arg) => inner(arg)),
      );
    case 'named call':
      return namedCallStep(
        inner(expression.callee),
        new Map([...expression.args].map(([name, arg]) => [name, inner(arg)])),
      );
    case 'built-in':
      return constantStep(findBuiltIn(expression.name) ?? null);
    case 'instance of': {
      const of = inner(expression.of);
      const type = resolveType(expression.type, setting);
      return (frame) => isOfType(of(frame), type);
    }
    case 'list':
      return listStep(expression.items.map((item) => inner(item)));
    case 'context':
      return compileContext(expression, scope, setting);
    case 'function':
      return compileFunction(expression, scope, setting, inner);
    case 'range': {
      const [start, end] = [inner(expression.start), inner(expression.end)];
      const { startIncluded, endIncluded } = expression;
      const [first, last] = [constantOf(start), constantOf(end)];
      if (first !== undefined && last !== undefined)
        return constantStep(range(first, last, startIncluded, endIncluded));
      return (frame) => range(start(frame), end(frame), startIncluded, endIncluded);
    }
    case 'half range': {
      const end = inner(expression.end);
      return (frame) => halfRange(expression.operator, end(frame));
    }
  }
}

function listStep(items: readonly Step[]): Step {
  const known = items.map((item) => constantOf(item));
  if (known.every((value) => value !== undefined)) return constantStep(known);
  return (frame) => items.map((item) => item(frame));
}

function compileContext(
  expression: Extract<Expression, { is: 'context' }>,
  scope: Scope,
  setting: Setting,
): Step {
  // Each entry sees the entries before it: the scope grows as the frame will.
  const names = new Map<string, string>();
  const own: Scope = { parent: scope, names };
  const entries = expression.entries.map(({ name, value }) => {
    const step = compile(value, own, setting);
    const twice = names.has(nameKey(name));
    names.set(nameKey(name), name);
    return { name, step, twice };
  });
  if (entries.some(({ twice }) => twice)) return constantStep(null);
  return (frame) => {
    const values = newContext();
    const inside = { values, parent: frame };
    for (const { name, step } of entries) values[name] = step(inside);
    return values;
  };
}
