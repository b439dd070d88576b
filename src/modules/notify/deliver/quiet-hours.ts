import { addDays, dayOf } from '#/values/day.ts';
import { instantAt, minuteOfDay } from '#/values/instant.ts';

/** When phones are left in peace: minutes of the day in Vietnam, from `from` until before `until`, over midnight or not. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Whether an instant lies in the quiet hours. */
export function isQuiet(at: Date, { from, until }: QuietHours): boolean {
  const minute = minuteOfDay(at);
  if (from === until) return false;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The instant itself, or the end of the quiet hours in which it lies. */
export function afterQuiet(at: Date, hours: QuietHours): Date {
  if (!isQuiet(at, hours)) return at;
  const today = instantAt(dayOf(at), hours.until);
  return today > at ? today : instantAt(addDays(dayOf(at), 1), hours.until);
}

/** The next time that a clock in Vietnam shows this minute. */
export function nextMinute(at: Date, minute: number): Date {
  const today = instantAt(dayOf(at), minute);
  return today > at ? today : instantAt(addDays(dayOf(at), 1), minute);
}
