import { add, divide, multiply, negate, power, subtract } from '../arithmetic.ts';
import { compare } from '../compare.ts';
import { equal } from '../equal.ts';
import { and, not, or } from '../logic.ts';
import type { ArithmeticOperator, ComparisonOperator } from '../syntax.ts';
import type { FeelValue } from '../value.ts';
import { constantOf, constantStep } from './frame.ts';
import type { Step } from './frame.ts';

const arithmetic: Readonly<
  Record<ArithmeticOperator, (left: FeelValue, right: FeelValue) => FeelValue>
> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

export function arithmeticStep(operator: ArithmeticOperator, left: Step, right: Step): Step {
  const compute = arithmetic[operator];
  return (frame) => compute(left(frame), right(frame));
}

export function negationStep(of: Step): Step {
  const known = constantOf(of);
  return known === undefined ? (frame) => negate(of(frame)) : constantStep(negate(known));
}

/** Compares two values by an operator. */
export function comparison(
  operator: ComparisonOperator,
): (left: FeelValue, right: FeelValue) => boolean | null {
  switch (operator) {
    case '=':
      return equal;
    case '!=':
      return (left, right) => not(equal(left, right));
    case '<':
      return ordered((order) => order < 0);
    case '<=':
      return ordered((order) => order <= 0);
    case '>':
      return ordered((order) => order > 0);
    case '>=':
      return ordered((order) => order >= 0);
  }
}

function ordered(
  holds: (order: number) => boolean,
): (left: FeelValue, right: FeelValue) => boolean | null {
  return (left, right) => {
    const order = compare(left, right);
    return order === null ? null : holds(order);
  };
}

export function comparisonStep(operator: ComparisonOperator, left: Step, right: Step): Step {
  const holds = comparison(operator);
  return (frame) => holds(left(frame), right(frame));
}

export function betweenStep(of: Step, low: Step, high: Step): Step {
  const atMost = comparison('<=');
  return (frame) => {
    const value = of(frame);
    return and(atMost(low(frame), value), atMost(value, high(frame)));
  };
}

export function andStep(left: Step, right: Step): Step {
  return (frame) => {
    const first = left(frame);
    return first === false ? false : and(first, right(frame));
  };
}

export function orStep(left: Step, right: Step): Step {
  return (frame) => {
    const first = left(frame);
    return first === true ? true : or(first, right(frame));
  };
}
