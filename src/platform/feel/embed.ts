import { compile } from './compile/expression.ts';
import type { Step } from './compile/frame.ts';
import { dynamicScope, scopeOf } from './compile/scope.ts';
import type { Scope, Setting } from './compile/scope.ts';
import { compileTest, compileTests } from './compile/tests.ts';
import type { Test } from './compile/tests.ts';
import type { FeelFault } from './fault.ts';
import { parseExpression, parseUnaryTests } from './parse.ts';
import type { Shape } from './parse.ts';
import type { TypeFinder } from './syntax.ts';

/** For languages that FEEL is embedded in (DMN): texts compiled inside of scopes that the embedding language makes. */

export interface CompileOptions {
  /**
   * Told of names and types that nobody declares and of functions outside of FEEL; they are then null. Without it
   * they are faults: a misspelt name should not pass.
   */
  readonly forgive?: ((fault: FeelFault) => void) | undefined;
  readonly findType?: TypeFinder | undefined;
}

/** What a text can see: one scope per frame at run time, and the shapes of all names together. */
export interface Surroundings {
  readonly scope: Scope;
  readonly shape: Shape;
  readonly options: CompileOptions;
}

/** The outermost frame. */
export function surroundings(shape: Shape, options: CompileOptions = {}): Surroundings {
  return { scope: scopeOf(Object.keys(shape), null), shape, options };
}

/** One frame further in. */
export function within(outer: Surroundings, shape: Shape): Surroundings {
  return {
    ...outer,
    scope: scopeOf(Object.keys(shape), outer.scope),
    shape: { ...outer.shape, ...shape },
  };
}

/** Two frames further in, as `itemFrame` makes them: the item, and its members. */
export function withinItem(outer: Surroundings, item: Shape | null): Surroundings {
  const named = within(outer, { item });
  return { ...named, scope: dynamicScope(named.scope), shape: { ...named.shape, ...item } };
}

/** The step that computes an expression. */
export function stepIn(source: string, outer: Surroundings): Step {
  const setting = settingOf(source, outer);
  return compile(parseExpression(setting.source, outer.shape), outer.scope, setting);
}

/** Tests of a value; they run in a frame of `?` inside of the frame of the surroundings. */
export function testIn(source: string, outer: Surroundings): Test {
  const setting = settingOf(source, outer);
  const tests = parseUnaryTests(setting.source, outer.shape);
  return compileTests(tests, scopeOf(['?'], outer.scope), (expression, scope) =>
    compile(expression, scope, setting),
  );
}

/** The same tests one by one. */
export function testsIn(source: string, outer: Surroundings): Test[] {
  const setting = settingOf(source, outer);
  const parsed = parseUnaryTests(setting.source, outer.shape);
  if (parsed.is === 'anything') return [];
  const scope = scopeOf(['?'], outer.scope);
  return parsed.tests.map((test) =>
    compileTest(test, scope, (expression, inner) => compile(expression, inner, setting)),
  );
}

function settingOf(source: string, { options }: Surroundings): Setting {
  return {
    source: source.normalize('NFC'),
    forgive: options.forgive ?? refuse,
    findType: options.findType ?? (() => undefined),
  };
}

function refuse(fault: FeelFault): never {
  throw fault;
}

export { spend, withBudget } from './budget.ts';
export { coerce } from './coerce.ts';
export { callNamed, userFunction } from './compile/call.ts';
export { itemFrame } from './compile/filter.ts';
export { frameOf } from './compile/frame.ts';
export { iterate } from './compile/iterate.ts';
export type { Frame, Step } from './compile/frame.ts';
export type { Test } from './compile/tests.ts';
export { equal } from './equal.ts';
export { FeelFunction } from './function.ts';
export type { Parameter } from './function.ts';
export { and, or } from './logic.ts';
export { nameKey, tidyName } from './name.ts';
export type { Shape } from './parse.ts';
export { anyType, builtInType } from './type.ts';
export type { FeelType } from './type.ts';
export { asList, member, newContext } from './value.ts';
export { findBuiltIn } from './builtins/index.ts';
