import { compileExpression, compileUnaryTests } from './evaluate.ts';
import { fromFeel, toFeel } from './json.ts';

/** For tests: the value of an expression as JSON, given facts as JSON (FEEL values pass as they are). */
export function ask(expression: string, facts: Record<string, unknown> = {}): unknown {
  return fromFeel(compileExpression(expression, Object.keys(facts))(toFeel(facts)));
}

/** For tests: whether a value passes unary tests. */
export function passes(
  tests: string,
  value: unknown,
  facts: Record<string, unknown> = {},
): boolean | null {
  return compileUnaryTests(tests, Object.keys(facts))(toFeel(value), toFeel(facts));
}
