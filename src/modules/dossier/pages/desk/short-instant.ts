import { dayOf, formatDay } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import type { Lang } from '#/values/text.ts';

/** An instant as short as a list needs it: 14 giờ 30, 15/07; with the year when it is another one. */
export function shortInstant(at: Date, now: Date, lang: Lang): string {
  const day = formatDay(dayOf(at));
  const isThisYear = day.slice(6) === formatDay(dayOf(now)).slice(6);
  return `${formatTime(at, lang)}, ${isThisYear ? day.slice(0, 5) : day}`;
}
