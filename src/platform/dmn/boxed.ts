import {
  FeelFunction,
  callNamed,
  coerce,
  newContext,
  stepIn,
  userFunction,
  within,
} from '#/platform/feel/embed.ts';
import type {
  FeelType,
  Frame,
  Parameter,
  Shape,
  Step,
  Surroundings,
} from '#/platform/feel/embed.ts';
import type { FeelValue } from '#/platform/feel/index.ts';

import { externalFault } from './build.ts';
import { compileControl } from './control.ts';
import type { Boxed, Located, Variable } from './model.ts';
import { typeOf } from './owner.ts';
import type { Owner } from './owner.ts';
import { compileTable } from './table.ts';
import { shapeOf } from './type.ts';

const nothing: Step = () => null;

/** Compiles a boxed expression; its declared type is kept by coercion. */
export function compileBoxed(boxed: Boxed | undefined, outer: Surroundings, owner: Owner): Step {
  if (boxed === undefined) return nothing;
  const step = compileBare(boxed, outer, owner);
  return typed(step, typeOf(boxed.type, owner));
}

export function typed(step: Step, type: FeelType | undefined): Step {
  return type === undefined || type.name === 'any' ? step : (frame) => coerce(step(frame), type);
}

function literal(source: string, place: Located, outer: Surroundings, owner: Owner): Step {
  if (source === '') return nothing;
  return owner.build.attempt(place, owner.name, () => stepIn(source, outer)) ?? nothing;
}

function compileBare(boxed: Boxed, outer: Surroundings, owner: Owner): Step {
  const inner = (part: Boxed | undefined, where = outer) => compileBoxed(part, where, owner);
  switch (boxed.is) {
    case 'literal':
      return literal(boxed.text, boxed, outer, owner);
    case 'table':
      return compileTable(boxed, outer, owner);
    case 'context':
      return contextStep(boxed, outer, owner);
    case 'invocation': {
      const callee = inner(boxed.callee);
      const bindings = boxed.bindings.map(({ variable, value }) => ({
        name: variable?.name ?? '',
        step: inner(value),
      }));
      return (frame) => {
        const target = callee(frame);
        if (!(target instanceof FeelFunction)) return null;
        return callNamed(target, new Map(bindings.map(({ name, step }) => [name, step(frame)])));
      };
    }
    case 'list': {
      const items = boxed.items.map((item) => inner(item));
      return (frame) => items.map((item) => item(frame));
    }
    case 'relation': {
      const rows = boxed.rows.map((row) => row.map((cell) => inner(cell)));
      return (frame) => rows.map((row) => relationRow(boxed.columns, row, frame));
    }
    case 'function': {
      const { body, external } = boxed;
      const parameters = parametersOf(boxed.parameters, owner);
      if (external) {
        owner.build.fail(externalFault(boxed, owner.name));
        return () => new FeelFunction(parameters, () => null);
      }
      const run = inner(body, within(outer, shapeOfParameters(parameters)));
      return (frame) => userFunction(parameters, (values) => run({ values, parent: frame }));
    }
    case 'conditional':
    case 'filter':
    case 'some':
    case 'every':
    case 'for':
      return compileControl(
        boxed,
        outer,
        (part, where) => compileBoxed(part, where, owner),
        (written) => shapeOf(typeOf(written, owner)),
      );
  }
}

export function parametersOf(variables: readonly Variable[], owner: Owner): Parameter[] {
  return variables.map(({ name, type }) => ({ name, type: typeOf(type, owner) }));
}

export function shapeOfParameters(parameters: readonly Parameter[]): Shape {
  return Object.fromEntries(parameters.map(({ name, type }) => [name, shapeOf(type)]));
}

function contextStep(
  boxed: Extract<Boxed, { is: 'context' }>,
  outer: Surroundings,
  owner: Owner,
): Step {
  // Each entry sees the ones before it; an entry without a name is the result.
  let seen: Shape = {};
  const entries = boxed.entries.map(({ variable, value }) => {
    const type = typeOf(variable?.type, owner);
    const step = typed(compileBoxed(value, within(outer, seen), owner), type);
    if (variable !== undefined) seen = { ...seen, [variable.name]: shapeOf(type) };
    return { name: variable?.name, step };
  });
  return (frame) => {
    const values = newContext();
    for (const { name, step } of entries) {
      const value = step({ values, parent: frame });
      if (name === undefined) return value;
      values[name] = value;
    }
    return values;
  };
}

function relationRow(columns: readonly Variable[], row: readonly Step[], frame: Frame): FeelValue {
  const values = newContext();
  for (const [index, { name }] of columns.entries()) values[name] = row[index]?.(frame) ?? null;
  return values;
}
