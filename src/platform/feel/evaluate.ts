import { withBudget } from './budget.ts';
import { compile } from './compile/expression.ts';
import type { Frame } from './compile/frame.ts';
import type { Step } from './compile/frame.ts';
import { scopeOf } from './compile/scope.ts';
import type { Setting } from './compile/scope.ts';
import { compileTests } from './compile/tests.ts';
import { parseExpression, parseUnaryTests } from './parse.ts';
import type { Shape } from './parse.ts';
import { tidyName } from './name.ts';
import type { TypeFinder } from './syntax.ts';
import type { FeelContext, FeelValue } from './value.ts';

export interface CompileOptions {
  /** Names that nobody declares are null instead of a fault. Off by default: a misspelt name should not pass. */
  readonly unknownNamesAreNull?: boolean | undefined;
  readonly findType?: TypeFinder | undefined;
}

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
  const step = compileStep(source, names, options);
  return (context) => withBudget(() => step({ values: context, parent: null }));
}

/** As compileExpression, but gives the bare step for a frame of the names; budget and frame are the caller's. */
export function compileStep(source: string, names: Names, options: CompileOptions = {}): Step {
  const known = prepare(source, names, options);
  return compile(
    parseExpression(known.setting.source, known.shape),
    scopeOf(known.list, null),
    known.setting,
  );
}

/** Compiles unary tests; the result tells whether a value passes them, null when that cannot be said. */
export function compileUnaryTests(
  source: string,
  names: Names,
  options: CompileOptions = {},
): (tested: FeelValue, context: FeelContext) => boolean | null {
  const test = compileTestStep(source, names, options);
  return (tested, context) =>
    withBudget(() =>
      test(tested, { values: { '?': tested }, parent: { values: context, parent: null } }),
    );
}

/** As compileUnaryTests, for a frame that holds `?` inside of the frame of the names. */
export function compileTestStep(
  source: string,
  names: Names,
  options: CompileOptions = {},
): (tested: FeelValue, frame: Frame) => boolean | null {
  const { shape, list, setting } = prepare(source, names, options);
  const scope = scopeOf(['?'], scopeOf(list, null));
  return compileTests(parseUnaryTests(setting.source, shape), scope, (expression, within) =>
    compile(expression, within, setting),
  );
}

function prepare(
  source: string,
  names: Names,
  options: CompileOptions,
): { shape: Shape; list: string[]; setting: Setting } {
  const shape: Shape = Array.isArray(names)
    ? Object.fromEntries((names as readonly string[]).map((name) => [tidyName(name), null]))
    : (names as Shape);
  return {
    shape,
    list: Object.keys(shape),
    setting: {
      source: source.normalize('NFC'),
      strictNames: options.unknownNamesAreNull !== true,
      findType: options.findType ?? (() => undefined),
    },
  };
}
