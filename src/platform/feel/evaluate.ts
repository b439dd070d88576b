import { withBudget } from './budget.ts';
import { surroundings, stepIn, testIn } from './embed.ts';
import type { CompileOptions } from './embed.ts';
import { tidyName } from './name.ts';
import type { Shape } from './parse.ts';
import type { FeelContext, FeelValue } from './value.ts';

/** Known names: a list, or a shape that also tells their members (needed for members with signs in their names). */
export type Names = readonly string[] | Shape;

/**
 * Compiles a FEEL expression once; the result computes it from the values of the names.
 * Throws FeelFault with the place when the text cannot be read or uses an unknown name.
 */
export function compileExpression(
  source: string,
  names: Names,
  options: CompileOptions = {},
): (context: FeelContext) => FeelValue {
  const step = stepIn(source, surroundings(shapeOf(names), options));
  return (context) => withBudget(() => step({ values: context, parent: null }));
}

/** Compiles unary tests; the result tells whether a value passes them, null when that cannot be said. */
export function compileUnaryTests(
  source: string,
  names: Names,
  options: CompileOptions = {},
): (tested: FeelValue, context: FeelContext) => boolean | null {
  const test = testIn(source, surroundings(shapeOf(names), options));
  return (tested, context) =>
    withBudget(() =>
      test(tested, { values: { '?': tested }, parent: { values: context, parent: null } }),
    );
}

function shapeOf(names: Names): Shape {
  if (!isList(names)) return names;
  return Object.fromEntries(names.map((name) => [tidyName(name), null]));
}

function isList(names: Names): names is readonly string[] {
  return Array.isArray(names);
}
