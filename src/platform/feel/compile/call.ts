import { text } from '#/values/text.ts';

import { deeper } from '../budget.ts';
import { coerce } from '../coerce.ts';
import { FeelFault, placeAt } from '../fault.ts';
import { FeelFunction } from '../function.ts';
import type { Parameter } from '../function.ts';
import { nameKey } from '../name.ts';
import type { Expression } from '../syntax.ts';
import { newContext } from '../value.ts';
import type { FeelValue } from '../value.ts';
import type { Step } from './frame.ts';
import { scopeOf } from './scope.ts';
import type { Compile, Scope, Setting } from './scope.ts';
import { resolveType } from './type-name.ts';

export function callStep(callee: Step, args: readonly Step[]): Step {
  return (frame) => {
    const target = callee(frame);
    if (!(target instanceof FeelFunction)) return null;
    return target.call(args.map((arg) => arg(frame)));
  };
}

export function namedCallStep(callee: Step, args: ReadonlyMap<string, Step>): Step {
  return (frame) => {
    const target = callee(frame);
    if (!(target instanceof FeelFunction)) return null;
    return callNamed(target, new Map([...args].map(([name, arg]) => [name, arg(frame)])));
  };
}

/** Calls with arguments by name; an unknown name or a missing argument gives null. */
export function callNamed(target: FeelFunction, args: ReadonlyMap<string, FeelValue>): FeelValue {
  if (target.callNamed !== undefined) return target.callNamed(args);
  const given = new Map([...args].map(([name, value]) => [nameKey(name), value]));
  if (given.size !== target.parameters.length) return null;
  const ordered: FeelValue[] = [];
  for (const { name } of target.parameters) {
    const value = given.get(nameKey(name));
    if (value === undefined) return null;
    ordered.push(value);
  }
  return target.call(ordered);
}

export function compileFunction(
  definition: Extract<Expression, { is: 'function' }>,
  scope: Scope,
  setting: Setting,
  compile: Compile,
): Step {
  const parameters = definition.parameters.map(({ name, type }): Parameter => ({
    name,
    type: type === undefined ? undefined : resolveType(type, setting),
  }));
  // Functions that live outside of FEEL (Java, PMML) are never run.
  if (definition.external) {
    setting.forgive(
      new FeelFault(
        text('Không dùng được hàm ngoài FEEL.', 'Functions outside of FEEL cannot be used.'),
        placeAt(setting.source, definition.at),
      ),
    );
    return () => new FeelFunction(parameters, () => null);
  }
  const names = parameters.map(({ name }) => name);
  const body = compile(definition.body, scopeOf(names, scope));
  return (frame) => userFunction(parameters, (values) => body({ values, parent: frame }));
}

/** A function defined in FEEL or DMN: checks its arguments, then runs its body one call deeper. */
export function userFunction(
  parameters: readonly Parameter[],
  body: (values: Record<string, FeelValue>) => FeelValue,
  result?: Parameter['type'],
): FeelFunction {
  return new FeelFunction(
    parameters,
    (args) => {
      if (args.length !== parameters.length) return null;
      const values = newContext();
      for (const [index, { name, type }] of parameters.entries()) {
        const given = args[index] ?? null;
        const value = type === undefined ? given : coerce(given, type);
        if (value === null && given !== null) return null;
        values[name] = value;
      }
      const outcome = deeper(() => body(values));
      return result === undefined ? outcome : coerce(outcome, result);
    },
    { result },
  );
}
