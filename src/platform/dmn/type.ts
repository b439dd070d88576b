import {
  anyType,
  builtInType,
  frameOf,
  testIn,
  surroundings,
  tidyName,
} from '#/platform/feel/embed.ts';
import type { CompileOptions, FeelType, Shape } from '#/platform/feel/embed.ts';

import { unknownType } from './build.ts';
import type { Build } from './build.ts';
import type { DmnModel, ItemDefinition } from './model.ts';

/** How FEEL texts of a model are compiled. */
export function optionsFor(model: DmnModel, build: Build): CompileOptions {
  return { forgive: build.forgive, findType: (name) => findType(name, model, build) };
}

/** The type that a typeRef means in a model: built-in, defined there or imported by prefix. Undefined when unknown. */
export function findType(written: string, model: DmnModel, build: Build): FeelType | undefined {
  const own = model.types.find(({ name }) => name === written);
  if (own !== undefined) return definedType(own, model, build);
  const builtIn = builtInType(written);
  if (builtIn !== undefined) return builtIn;
  for (const { name: prefix, namespace } of model.imports) {
    const imported = build.models.find((one) => one.namespace === namespace);
    if (imported === undefined) continue;
    if (prefix === '') {
      const found = findType(written, imported, build);
      if (found !== undefined) return found;
    } else if (written.startsWith(`${prefix}.`) || written.startsWith(`${prefix}:`)) {
      return findType(tidyName(written.slice(prefix.length + 1)), imported, build);
    }
  }
  // DMN 1.1 wrote built-in types with the prefix of the FEEL namespace, as feel:string.
  const colon = written.indexOf(':');
  return colon < 0 ? undefined : findType(tidyName(written.slice(colon + 1)), model, build);
}

function definedType(item: ItemDefinition, model: DmnModel, build: Build): FeelType {
  const known = build.types.get(item);
  if (known !== undefined) return known;
  // An item definition may contain itself: what is asked for meanwhile takes any value.
  build.types.set(item, anyType);
  const type = collected(item, basic(item, model, build), model, build);
  build.types.set(item, type);
  return type;
}

function basic(item: ItemDefinition, model: DmnModel, build: Build): FeelType {
  if (item.function !== undefined) {
    const typed = (name: string | undefined) => knownType(name, item, model, build);
    return {
      name: 'function',
      parameters: item.function.parameters.map(({ type }) => typed(type)),
      result: typed(item.function.result),
    };
  }
  if (item.members.length > 0) {
    return {
      name: 'context',
      members: new Map(item.members.map((one) => [one.name, definedType(one, model, build)])),
    };
  }
  return knownType(item.base, item, model, build);
}

/** A type by name for a part of an item definition; nothing declared means any. */
function knownType(
  written: string | undefined,
  item: ItemDefinition,
  model: DmnModel,
  build: Build,
): FeelType {
  if (written === undefined) return anyType;
  const found = findType(written, model, build);
  if (found === undefined) build.fail(unknownType(written, item.name, item));
  return found ?? anyType;
}

/** `allowedValues` speak of each item of a collection, `typeConstraint` of the whole. */
function collected(item: ItemDefinition, base: FeelType, model: DmnModel, build: Build): FeelType {
  const each =
    item.isCollection || base.name !== 'list'
      ? limited(base, item.allowedValues, item, model, build)
      : limitedItems(base, item, model, build);
  return limited(
    item.isCollection ? { name: 'list', of: each } : each,
    item.typeConstraint,
    item,
    model,
    build,
  );
}

function limitedItems(
  list: Extract<FeelType, { name: 'list' }>,
  item: ItemDefinition,
  model: DmnModel,
  build: Build,
): FeelType {
  return { name: 'list', of: limited(list.of, item.allowedValues, item, model, build) };
}

function limited(
  base: FeelType,
  tests: string | undefined,
  item: ItemDefinition,
  model: DmnModel,
  build: Build,
): FeelType {
  if (tests === undefined || tests === '') return base;
  const test = build.attempt(item, item.name, () =>
    testIn(tests, surroundings({}, optionsFor(model, build))),
  );
  if (test === undefined) return base;
  return {
    name: 'limited',
    base,
    allows: (value) => test(value, frameOf('?', value, { values: {}, parent: null })) === true,
  };
}

const SHAPE_DEPTH = 5;

/** The names that can follow a value of a type in a path. */
export function shapeOf(type: FeelType | undefined, depth = 0): Shape | null {
  if (type === undefined || depth > SHAPE_DEPTH) return null;
  if (type.name === 'list') return shapeOf(type.of, depth);
  if (type.name === 'limited') return shapeOf(type.base, depth);
  if (type.name !== 'context') return null;
  return Object.fromEntries(
    [...type.members].map(([name, one]) => [name, shapeOf(one, depth + 1)]),
  );
}
