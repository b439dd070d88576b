import { compileExpression, type FeelContext, fromFeel, toFeel } from '#/platform/feel/index.ts';
import type { Vars } from './graph.ts';

/** Variables are never changed in place, so one set of them is brought into FEEL once. */
const contexts = new WeakMap<Vars, FeelContext>();

/** FEEL over process variables: JSON in, JSON out. A variable that is not set is null. */
export function feelLanguage(text: string, names: readonly string[]): (vars: Vars) => unknown {
  const evaluate = compileExpression(text, names);
  return (vars) => fromFeel(evaluate(contextOf(vars)));
}

function contextOf(vars: Vars): FeelContext {
  let context = contexts.get(vars);
  if (!context) {
    context = toFeel(vars) as FeelContext;
    contexts.set(vars, context);
  }
  return context;
}
