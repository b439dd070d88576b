import { numberInWords } from './number-words.ts';

declare const brand: unique symbol;

/** A calendar day, 'YYYY-MM-DD' (ISO 8601), without time or zone. Days compare as text. */
export type Day = string & { readonly [brand]: true };

const msPerDay = 86_400_000;

/** Vietnam has used UTC+7 all year round since 13 June 1975; it has no summer time. */
export const zoneMinutes = 420;

/** The day of that year, month (1-12) and day of month; throws RangeError when there is no such day. */
export function day(year: number, month: number, dayOfMonth: number): Day {
  const found = findDay(year, month, dayOfMonth);
  if (found === undefined) throw new RangeError(`No such day: ${year}-${month}-${dayOfMonth}`);
  return found;
}

/** The day of that year, month and day of month, undefined when there is no such day. */
export function findDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  return parseDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`);
}

/** Reads 'YYYY-MM-DD', years 1000 to 9999; undefined when it is no day of the calendar. */
export function parseDay(candidate: string): Day | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(candidate)) return undefined;
  const ms = Date.parse(`${candidate}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  return new Date(ms).toISOString().startsWith(candidate) ? (candidate as Day) : undefined;
}

/** Year, month (1-12) and day of month. */
export function partsOf(of: Day): { year: number; month: number; day: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), day: Number(of.slice(8)) };
}

/** The number of days since 1 January 1970. */
export function dayNumber(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / msPerDay;
}

/** The day that is so many days after 1 January 1970. */
export function dayOfNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10) as Day;
}

/** The day on which an instant falls in Vietnam. */
export function dayOf(instant: Date): Day {
  return dayOfNumber(Math.floor((instant.getTime() / 60_000 + zoneMinutes) / 1440));
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(of: Day): number {
  return ((((dayNumber(of) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(to: Day, days: number): Day {
  return dayOfNumber(dayNumber(to) + days);
}

/**
 * The corresponding day so many months later; when that month has no such day, its last day
 * (Civil Code 91/2015/QH13, article 148, clause 3).
 */
export function addMonths(to: Day, months: number): Day {
  const from = partsOf(to);
  const target = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  return day(year, month, Math.min(from.day, lastOfMonth(year, month)));
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Full years of age. Who is born on 29 February completes a year on 28 February of a common year. */
export function ageOn(born: Day, on: Day): number {
  const years = partsOf(on).year - partsOf(born).year;
  return addMonths(born, years * 12) > on ? years - 1 : years;
}

/** As people write it: 15/07/2026. */
export function formatDay(of: Day): string {
  return `${of.slice(8)}/${of.slice(5, 7)}/${of.slice(0, 4)}`;
}

/** As certificates spell it: Ngày hai mươi bảy tháng ba năm hai nghìn không trăm hai mươi sáu. */
export function dayInWords(of: Day): string {
  const parts = partsOf(of);
  const month = parts.month === 4 ? 'tư' : numberInWords(parts.month);
  return `Ngày ${numberInWords(parts.day)} tháng ${month} năm ${numberInWords(parts.year)}`;
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
