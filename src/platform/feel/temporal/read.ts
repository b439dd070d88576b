import { YEAR_BOUND, daysInMonth } from './civil.ts';
import { durationOf, periodOf } from './duration.ts';
import type { FeelDuration, FeelPeriod } from './duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './moment.ts';
import { namedZone, offsetZone, utc } from './zone.ts';
import type { Zone } from './zone.ts';

/** Reads ISO 8601 forms as XML Schema and DMN 1.5, 10.3.4.1 allow them. Anything else is null. */

const TEXT_BOUND = 128;
const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/i;
const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;
const PERIOD = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;

export function readDate(written: string): FeelDate | null {
  const parts = written.length > TEXT_BOUND ? null : DATE.exec(written);
  if (parts === null) return null;
  const year = Number(parts[2]) * (parts[1] === '-' ? -1 : 1);
  return dateOf(year, Number(parts[3]), Number(parts[4]));
}

/** A day that exists in the calendar, or null. */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  if (!Number.isInteger(year) || Math.abs(year) > YEAR_BOUND) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return new FeelDate(year, month, day);
}

export function readTime(written: string): FeelTime | null {
  const parts = written.length > TEXT_BOUND ? null : TIME.exec(written);
  if (parts === null) return null;
  const zone = parts[5] === undefined ? null : readZone(parts[5]);
  if (zone === undefined) return null;
  const fraction = Number((parts[4] ?? '').slice(0, 9).padEnd(9, '0'));
  return timeOf(Number(parts[1]), Number(parts[2]), Number(parts[3]), fraction, zone);
}

/** A time that exists on a clock, or null. */
export function timeOf(
  hour: number,
  minute: number,
  second: number,
  fraction: number,
  zone: Zone | null,
): FeelTime | null {
  if (!(hour >= 0 && hour < 24) || !(minute >= 0 && minute < 60)) return null;
  if (!(second >= 0 && second < 60)) return null;
  return new FeelTime(((hour * 60 + minute) * 60 + second) * 1_000_000_000 + fraction, zone);
}

function readZone(written: string): Zone | undefined {
  if (written === 'Z' || written === 'z') return utc;
  if (written.startsWith('@')) return namedZone(written.slice(1));
  const [hours, minutes, seconds] = written.slice(1).split(':').map(Number);
  const size = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  if (size > 14 * 3600 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) return undefined;
  return size === 0 ? utc : offsetZone(written.startsWith('-') ? -size : size);
}

export function readDateTime(written: string): FeelDateTime | null {
  const cut = written.indexOf('T');
  if (cut < 0) {
    const day = readDate(written);
    return day === null ? null : new FeelDateTime(day, new FeelTime(0, null));
  }
  const date = readDate(written.slice(0, cut));
  if (date !== null && written.slice(cut + 1).startsWith('24:00:00'))
    return readEndOfDay(date, written.slice(cut + 9));
  const time = readTime(written.slice(cut + 1));
  return date === null || time === null ? null : new FeelDateTime(date, time);
}

/** XML Schema writes the end of a day as 24:00:00; it is the midnight of the next one. */
function readEndOfDay(date: FeelDate, rest: string): FeelDateTime | null {
  const midnight = readTime(`00:00:00${rest}`);
  return midnight === null || midnight.nanos !== 0
    ? null
    : new FeelDateTime(FeelDate.ofNumber(date.number + 1), midnight);
}

/** Either kind of duration. */
export function readDuration(written: string): FeelDuration | FeelPeriod | null {
  if (written.length > TEXT_BOUND || /[PT]$/.test(written)) return null;
  const parts = DURATION.exec(written);
  if (parts !== null) {
    const seconds =
      ((BigInt(parts[2] ?? 0) * 24n + BigInt(parts[3] ?? 0)) * 60n + BigInt(parts[4] ?? 0)) * 60n +
      BigInt(parts[5] ?? 0);
    const nanos = seconds * 1_000_000_000n + BigInt((parts[6] ?? '').slice(0, 9).padEnd(9, '0'));
    return durationOf(parts[1] === '-' ? -nanos : nanos);
  }
  const period = PERIOD.exec(written);
  if (period === null) return null;
  const months = Number(period[2] ?? 0) * 12 + Number(period[3] ?? 0);
  return periodOf(period[1] === '-' ? -months : months);
}
