import { instantOf } from '../compare.ts';
import type { FeelValue } from '../value.ts';
import { YEAR_BOUND, daysInMonth } from './civil.ts';
import { FeelDuration, FeelPeriod } from './duration.ts';
import { DAY_NANOS, FeelDate, FeelDateTime, FeelTime } from './moment.ts';
import { dateOf } from './read.ts';
import { utc } from './zone.ts';

const DAY = BigInt(DAY_NANOS);

/** A date, date and time or time moved by a duration, forward (1) or backward (-1); null for other operands. */
export function addMoment(moment: FeelValue, length: FeelValue, sign: 1 | -1): FeelValue {
  if (length instanceof FeelPeriod) {
    if (moment instanceof FeelDate) return addMonths(moment, sign * length.months);
    if (!(moment instanceof FeelDateTime)) return null;
    const date = addMonths(moment.date, sign * length.months);
    return date === null ? null : new FeelDateTime(date, moment.time);
  }
  if (!(length instanceof FeelDuration)) return null;
  const nanos = sign === 1 ? length.nanos : -length.nanos;
  if (moment instanceof FeelTime) {
    const shifted = (((BigInt(moment.nanos) + nanos) % DAY) + DAY) % DAY;
    return new FeelTime(Number(shifted), moment.zone);
  }
  if (moment instanceof FeelDate) return dayAt(BigInt(moment.number) * DAY + nanos);
  if (!(moment instanceof FeelDateTime)) return null;
  const at = BigInt(moment.date.number) * DAY + BigInt(moment.time.nanos) + nanos;
  const date = dayAt(at);
  return date === null
    ? null
    : new FeelDateTime(date, new FeelTime(Number(((at % DAY) + DAY) % DAY), moment.time.zone));
}

function dayAt(nanos: bigint): FeelDate | null {
  const day = Number(nanos >= 0n ? nanos / DAY : -((-nanos + DAY - 1n) / DAY));
  if (Math.abs(day) > YEAR_BOUND * 366) return null;
  const date = FeelDate.ofNumber(day);
  return Math.abs(date.year) > YEAR_BOUND ? null : date;
}

/** The same day so many months later; a day that does not exist there becomes the last of its month. */
function addMonths(date: FeelDate, months: number): FeelDate | null {
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dateOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** The time between two moments, as days and time duration; null when they cannot be compared. */
export function differenceOf(left: FeelValue, right: FeelValue): FeelDuration | null {
  if (left instanceof FeelTime && right instanceof FeelTime) {
    return new FeelDuration(BigInt(instantOf(left) - instantOf(right)));
  }
  const from = asDateTime(right);
  const to = asDateTime(left);
  if (from === null || to === null || (from.time.zone === null) !== (to.time.zone === null))
    return null;
  return new FeelDuration(
    BigInt(to.utcDay - from.utcDay) * DAY + BigInt(to.utcNanos - from.utcNanos),
  );
}

/** A date counts as its midnight in UTC. */
export function asDateTime(value: FeelValue): FeelDateTime | null {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? new FeelDateTime(value, new FeelTime(0, utc)) : null;
}

/** Whole calendar months from one moment to another, towards zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): FeelPeriod {
  let months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) months -= 1;
  if (months < 0 && to.day > from.day) months += 1;
  return new FeelPeriod(months === 0 ? 0 : months);
}
