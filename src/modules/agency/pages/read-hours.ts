import type { Span, WeeklyHours } from '#/values/office-hours.ts';

/** Hours as people write them: "7:00-11:30, 13:30-17:00". Empty text is a closed day; undefined what makes no sense. */
export function readHours(written: string): Span[] | undefined {
  if (written.trim() === '') return [];
  const spans: Span[] = [];
  for (const part of written.split(/[,;]/)) {
    const [, from, to] = /^\s*(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})\s*$/.exec(part) ?? [];
    const span = [minuteOf(from), minuteOf(to)] as const;
    if (!(span[0] < span[1]) || span[0] < (spans.at(-1)?.[1] ?? 0)) return undefined;
    spans.push(span);
  }
  return spans;
}

/** A season as people write it: "16/04-15/10". Null for none, undefined for what makes no sense. */
export function readSeason(written: string): NonNullable<WeeklyHours['season']> | null | undefined {
  if (written.trim() === '') return null;
  const [, day1, month1, day2, month2] =
    /^\s*(\d{1,2})\/(\d{1,2})\s*[-–]\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(written) ?? [];
  const from = monthDay(day1, month1);
  const to = monthDay(day2, month2);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function minuteOf(time: string | undefined): number {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? '').split(':').map(Number);
  const minute = hours * 60 + minutes;
  return minutes < 60 && minute <= 1440 ? minute : Number.NaN;
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthDay(day: string | undefined, month: string | undefined): string | undefined {
  const most = longest[Number(month) - 1] ?? 0;
  if (!(Number(day) >= 1 && Number(day) <= most)) return undefined;
  return `${String(Number(month)).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`;
}
