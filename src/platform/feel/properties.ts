import { FeelNumber } from './number.ts';
import { FeelRange } from './range.ts';
import { FeelDuration, FeelPeriod } from './temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal/moment.ts';
import { weekdayOf } from './temporal/civil.ts';
import type { FeelValue } from './value.ts';

/** The properties of dates, times, durations and ranges (DMN 1.5, tables 65 and 66); null when there is none. */
export function propertyOf(value: FeelValue, name: string): FeelValue {
  if (value instanceof FeelDate) return ofDate(value, name);
  if (value instanceof FeelTime) return ofTime(value, name, 0);
  if (value instanceof FeelDateTime) {
    return ofDate(value.date, name) ?? ofTime(value.time, name, value.date.number);
  }
  if (value instanceof FeelDuration) return ofDuration(value, name);
  if (value instanceof FeelPeriod) return ofPeriod(value, name);
  return value instanceof FeelRange ? ofRange(value, name) : null;
}

function ofDate(date: FeelDate, name: string): FeelValue {
  switch (name) {
    case 'year':
      return new FeelNumber(date.year);
    case 'month':
      return new FeelNumber(date.month);
    case 'day':
      return new FeelNumber(date.day);
    case 'weekday':
      return new FeelNumber(weekdayOf(date.number));
    default:
      return null;
  }
}

function ofTime(time: FeelTime, name: string, day: number): FeelValue {
  switch (name) {
    case 'hour':
      return new FeelNumber(time.hour);
    case 'minute':
      return new FeelNumber(time.minute);
    case 'second':
      return new FeelNumber(time.second);
    case 'time offset':
      if (time.zone === null) return null;
      return new FeelDuration(BigInt(time.zone.offsetAt(day, time.nanos)) * 1_000_000_000n);
    case 'timezone':
      return time.zone?.id ?? null;
    default:
      return null;
  }
}

function ofDuration({ nanos }: FeelDuration, name: string): FeelValue {
  const part = (unit: bigint, of?: bigint) => {
    const whole = nanos / unit;
    return new FeelNumber((of === undefined ? whole : whole % of).toString());
  };
  switch (name) {
    case 'days':
      return part(86_400_000_000_000n);
    case 'hours':
      return part(3_600_000_000_000n, 24n);
    case 'minutes':
      return part(60_000_000_000n, 60n);
    case 'seconds':
      return part(1_000_000_000n, 60n);
    default:
      return null;
  }
}

function ofPeriod({ months }: FeelPeriod, name: string): FeelValue {
  if (name === 'years') return new FeelNumber(Math.trunc(months / 12) + 0);
  return name === 'months' ? new FeelNumber((months % 12) + 0) : null;
}

function ofRange(range: FeelRange, name: string): FeelValue {
  switch (name) {
    case 'start':
      return range.start ?? null;
    case 'end':
      return range.end ?? null;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return null;
  }
}
