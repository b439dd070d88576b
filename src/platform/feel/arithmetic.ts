import { spend } from './budget.ts';
import { FeelNumber, finite } from './number.ts';
import { addMoment, differenceOf } from './temporal/arithmetic.ts';
import { FeelDuration, FeelPeriod, durationOf, periodOf } from './temporal/duration.ts';
import type { FeelValue } from './value.ts';

/** The operators of FEEL arithmetic (DMN 1.5, table 55). Operands of wrong types give null. */

export function add(left: FeelValue, right: FeelValue): FeelValue {
  if (left instanceof FeelNumber)
    return right instanceof FeelNumber ? finite(left.plus(right)) : null;
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null;
    spend((left.length + right.length) >> 3);
    return left + right;
  }
  if (left instanceof FeelDuration && right instanceof FeelDuration) {
    return durationOf(left.nanos + right.nanos);
  }
  if (left instanceof FeelPeriod && right instanceof FeelPeriod)
    return periodOf(left.months + right.months);
  return addMoment(left, right, 1) ?? addMoment(right, left, 1);
}

export function subtract(left: FeelValue, right: FeelValue): FeelValue {
  if (left instanceof FeelNumber)
    return right instanceof FeelNumber ? finite(left.minus(right)) : null;
  if (left instanceof FeelDuration && right instanceof FeelDuration) {
    return durationOf(left.nanos - right.nanos);
  }
  if (left instanceof FeelPeriod && right instanceof FeelPeriod)
    return periodOf(left.months - right.months);
  return addMoment(left, right, -1) ?? differenceOf(left, right);
}

export function multiply(left: FeelValue, right: FeelValue): FeelValue {
  if (!(left instanceof FeelNumber))
    return right instanceof FeelNumber && left !== null ? multiply(right, left) : null;
  if (right instanceof FeelNumber) return finite(left.times(right));
  if (right instanceof FeelDuration)
    return duration(new FeelNumber(right.nanos.toString()).times(left));
  if (right instanceof FeelPeriod) return periodOf(left.times(right.months).trunc().toNumber());
  return null;
}

export function divide(left: FeelValue, right: FeelValue): FeelValue {
  if (right instanceof FeelNumber) {
    if (right.isZero()) return null;
    if (left instanceof FeelNumber) return finite(left.div(right));
    if (left instanceof FeelDuration)
      return duration(new FeelNumber(left.nanos.toString()).div(right));
    if (left instanceof FeelPeriod)
      return periodOf(new FeelNumber(left.months).div(right).trunc().toNumber());
    return null;
  }
  if (left instanceof FeelDuration && right instanceof FeelDuration) {
    if (right.nanos === 0n) return null;
    return new FeelNumber(left.nanos.toString()).div(right.nanos.toString());
  }
  if (left instanceof FeelPeriod && right instanceof FeelPeriod) {
    return right.months === 0 ? null : new FeelNumber(left.months).div(right.months);
  }
  return null;
}

export function power(left: FeelValue, right: FeelValue): FeelValue {
  if (!(left instanceof FeelNumber) || !(right instanceof FeelNumber)) return null;
  spend(100);
  return finite(left.pow(right));
}

export function negate(value: FeelValue): FeelValue {
  if (value instanceof FeelNumber) return value.neg();
  if (value instanceof FeelDuration) return new FeelDuration(-value.nanos);
  if (value instanceof FeelPeriod) return periodOf(-value.months);
  return null;
}

function duration(nanos: FeelNumber): FeelDuration | null {
  return nanos.isFinite() ? durationOf(BigInt(nanos.trunc().toFixed())) : null;
}
