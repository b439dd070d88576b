import { dayNumber, dayOf, formatDay, parseDay, zoneMinutes, type Day } from './day.ts';
import type { Lang } from './text.ts';

/** The instant at a minute of a day in Vietnam; minute 450 is 7:30. */
export function instantAt(on: Day, minuteOfDay: number): Date {
  return new Date((dayNumber(on) * 1440 + minuteOfDay - zoneMinutes) * 60_000);
}

/** Minutes since midnight in Vietnam. */
export function minuteOfDay(at: Date): number {
  const minute = (Math.floor(at.getTime() / 60_000) + zoneMinutes) % 1440;
  return minute < 0 ? minute + 1440 : minute;
}

/** The instant of a local date and time 'YYYY-MM-DDTHH:mm' in Vietnam, undefined when there is none. */
export function parseLocalInstant(local: string): Date | undefined {
  const [, date, hours, minutes] = /^(.{10})T([01]\d|2[0-3]):([0-5]\d)$/.exec(local) ?? [];
  const on = date === undefined ? undefined : parseDay(date);
  return on && instantAt(on, Number(hours) * 60 + Number(minutes));
}

/** The time of day as people write it: 14 giờ 30; in English 14:30. */
export function formatTime(at: Date, lang: Lang = 'vi'): string {
  const minute = minuteOfDay(at);
  const hours = Math.floor(minute / 60);
  const minutes = String(minute % 60).padStart(2, '0');
  return lang === 'vi' ? `${hours} giờ ${minutes}` : `${hours}:${minutes}`;
}

/** An instant as people write it, in Vietnamese time: 14 giờ 30, 15/07/2026. */
export function formatInstant(at: Date, lang: Lang = 'vi'): string {
  return `${formatTime(at, lang)}, ${formatDay(dayOf(at))}`;
}

/** RFC 3339 to the second with Vietnam's offset: 2026-07-15T14:30:00+07:00. */
export function isoInstant(at: Date): string {
  const local = new Date(at.getTime() + zoneMinutes * 60_000);
  return `${local.toISOString().slice(0, 19)}+07:00`;
}
