import { dayOf, formatDay } from '#/values/day.ts';
import { minuteOfDay } from '#/values/instant.ts';
import type { Lang } from '#/values/text.ts';

/** An instant as short as a list needs it: 14h30, 15/07; with the year when it is another one. */
export function shortInstant(at: Date, now: Date, lang: Lang): string {
  const minute = minuteOfDay(at);
  const minutes = String(minute % 60).padStart(2, '0');
  const day = formatDay(dayOf(at));
  const isThisYear = day.slice(6) === formatDay(dayOf(now)).slice(6);
  return `${Math.floor(minute / 60)}${lang === 'vi' ? 'h' : ':'}${minutes}, ${isThisYear ? day.slice(0, 5) : day}`;
}
