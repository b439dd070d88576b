import type { Day } from '#/values/day.ts';
import { fill, text, type Text } from '#/values/text.ts';

/** How long people really waited, from submission to result, over recently closed dossiers. */
export interface WaitingTimes {
  /** Number of closed dossiers that were counted. */
  readonly counted: number;
  readonly since: Day;
  /** Hours by the wall clock within which 50, 80 and 95 of 100 dossiers were closed. */
  readonly hours: { readonly p50: number; readonly p80: number; readonly p95: number };
}

/** Fewer closed dossiers than this say nothing that one could promise. */
export const leastCounted = 10;

/** A wait in words: hours up to a day, then days, always rounded up so that nobody is promised too much. */
export function waitWords(hours: number): Text {
  if (hours < 1) return text('chưa đầy 1 giờ', 'under an hour');
  const [n, vi, en] = hours <= 24 ? [hours, 'giờ', 'hours'] : [hours / 24, 'ngày', 'days'];
  return fill(text(`{n} ${vi}`, `{n} ${en}`), { n: String(Math.ceil(n)) });
}
