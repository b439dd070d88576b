import { FeelDuration, FeelPeriod } from './temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal/moment.ts';
import { spend } from './budget.ts';
import { FeelNumber } from './number.ts';
import { offsetOf } from './temporal/zone.ts';
import type { FeelValue } from './value.ts';

/** Texts longer than this cost steps to compare. */
const LONG = 256;

/** Orders two values of the same ordered type: negative, zero or positive. Null for all others. */
export function compare(left: FeelValue, right: FeelValue): number | null {
  if (left instanceof FeelNumber) return right instanceof FeelNumber ? left.cmp(right) : null;
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null;
    if (left.length > LONG) spend(left.length / LONG);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (left instanceof FeelDate)
    return right instanceof FeelDate ? left.number - right.number : null;
  if (left instanceof FeelDateTime) {
    if (!(right instanceof FeelDateTime)) return null;
    return left.utcDay - right.utcDay || wholeSeconds(left.utcNanos) - wholeSeconds(right.utcNanos);
  }
  if (left instanceof FeelTime)
    return right instanceof FeelTime
      ? wholeSeconds(instantOf(left)) - wholeSeconds(instantOf(right))
      : null;
  if (left instanceof FeelDuration) {
    if (!(right instanceof FeelDuration)) return null;
    return left.nanos < right.nanos ? -1 : left.nanos > right.nanos ? 1 : 0;
  }
  if (left instanceof FeelPeriod)
    return right instanceof FeelPeriod ? left.months - right.months : null;
  return null;
}

/** Nanoseconds since midnight UTC. */
export function instantOf(time: FeelTime): number {
  return time.nanos - offsetOf(time.zone, 0, time.nanos) * 1_000_000_000;
}

// Times are compared by whole seconds (DMN 1.5, 10.3.2.3.5: the value of a time counts its seconds).
function wholeSeconds(nanos: number): number {
  return Math.floor(nanos / 1_000_000_000);
}
