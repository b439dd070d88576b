import { equal } from '../equal.ts';
import { not, or } from '../logic.ts';
import { FeelRange } from '../range.ts';
import type { Expression, UnaryTests } from '../syntax.ts';
import { isList } from '../value.ts';
import type { FeelValue } from '../value.ts';
import { constantOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { mentions } from './mentions.ts';
import { comparison } from './operators.ts';
import type { Compile, Scope } from './scope.ts';

/** A compiled test. The frame holds the tested value as `?`. */
export type Test = (tested: FeelValue, frame: Frame) => boolean | null;

export function compileTests(tests: UnaryTests, scope: Scope, compile: Compile): Test {
  if (tests.is === 'anything') return () => true;
  const any = compileAny(tests.tests, scope, compile);
  return tests.negated ? (tested, frame) => not(any(tested, frame)) : any;
}

/** Several tests of which one must hold. */
export function compileAny(tests: readonly Expression[], scope: Scope, compile: Compile): Test {
  const compiled = tests.map((test) => compileTest(test, scope, compile));
  const [only] = compiled;
  if (compiled.length === 1 && only !== undefined) return only;
  return (tested, frame) => {
    let result: boolean | null = false;
    for (const test of compiled) {
      const holds = test(tested, frame);
      if (holds === true) return true;
      result = or(result, holds);
    }
    return result;
  };
}

/** One test. */
export function compileTest(test: Expression, scope: Scope, compile: Compile): Test {
  if (test.is === 'half range') {
    const holds = comparison(test.operator);
    const end = compile(test.end, scope);
    const known = constantOf(end);
    if (known !== undefined) return (tested) => holds(tested, known);
    return (tested, frame) => holds(tested, end(frame));
  }
  const step = compile(test, scope);
  const known = constantOf(step);
  // A range that is none, as [1..null], says nothing about any value.
  if (test.is === 'range' && known === null) return () => null;
  if (known !== undefined) return (tested) => fits(tested, known);
  if (mentions(test, '?')) {
    return (tested, frame) => {
      const result = step(frame);
      return typeof result === 'boolean' || result === null ? result : fits(tested, result);
    };
  }
  if (standsForValue(test)) return (tested, frame) => fits(tested, step(frame));
  // A condition that does not look at the value speaks for itself, unless the value is a truth to compare it with.
  return (tested, frame) => {
    const result = step(frame);
    return typeof result === 'boolean' && typeof tested !== 'boolean'
      ? result
      : fits(tested, result);
  };
}

/** Whether a test only names a value: then even true must equal what is tested, so that no answer is not “yes”. */
function standsForValue(test: Expression): boolean {
  return test.is === 'name' || (test.is === 'path' && standsForValue(test.of));
}

/** Whether a value fits what a test gave: a range contains it, a list has it, anything else equals it. */
function fits(tested: FeelValue, wanted: FeelValue): boolean | null {
  if (wanted instanceof FeelRange) {
    return tested instanceof FeelRange ? equal(tested, wanted) : wanted.includes(tested);
  }
  if (isList(wanted)) {
    if (isList(tested) && equal(tested, wanted) === true) return true;
    return wanted.some((item) => fits(tested, item) === true);
  }
  return equal(tested, wanted);
}
