import { FeelDuration, FeelPeriod } from './temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal/moment.ts';
import { FeelNumber } from './number.ts';
import type { FeelValue } from './value.ts';

/** Orders two values of the same ordered type: negative, zero or positive. Null for all others. */
export function compare(left: FeelValue, right: FeelValue): number | null {
  if (left instanceof FeelNumber) return right instanceof FeelNumber ? left.cmp(right) : null;
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (left instanceof FeelDate)
    return right instanceof FeelDate ? left.number - right.number : null;
  if (left instanceof FeelDateTime) {
    if (!(right instanceof FeelDateTime)) return null;
    return left.utcDay - right.utcDay || left.utcNanos - right.utcNanos;
  }
  if (left instanceof FeelTime)
    return right instanceof FeelTime ? instantOf(left) - instantOf(right) : null;
  if (left instanceof FeelDuration) {
    if (!(right instanceof FeelDuration)) return null;
    return left.nanos < right.nanos ? -1 : left.nanos > right.nanos ? 1 : 0;
  }
  if (left instanceof FeelPeriod)
    return right instanceof FeelPeriod ? left.months - right.months : null;
  return null;
}

/** Nanoseconds since midnight UTC; a time without zone counts as UTC. */
export function instantOf(time: FeelTime): number {
  return time.zone === null
    ? time.nanos
    : time.nanos - time.zone.offsetAt(0, time.nanos) * 1_000_000_000;
}
