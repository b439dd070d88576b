import { partsOf, weekdayOf, type Day } from '#/values/day.ts';
import type { DayPlan } from '#/values/office-hours.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { Tone } from '#/ui/index.ts';
import type { CalendarDayKind, CalendarDayStatus } from '../calendar.ts';

export const weekdayWords = [
  text('Thứ Hai', 'Monday'),
  text('Thứ Ba', 'Tuesday'),
  text('Thứ Tư', 'Wednesday'),
  text('Thứ Năm', 'Thursday'),
  text('Thứ Sáu', 'Friday'),
  text('Thứ Bảy', 'Saturday'),
  text('Chủ nhật', 'Sunday'),
] as const;

export function weekdayText(on: Day): Text {
  return weekdayWords[weekdayOf(on) - 1]!;
}

export const kindWords: Readonly<Record<CalendarDayKind, Text>> = {
  HOLIDAY: text('Nghỉ lễ, tết', 'Public holiday'),
  COMPENSATION: text('Nghỉ bù', 'Day off in lieu'),
  SWAPPED: text('Nghỉ hoán đổi', 'Swapped day off'),
  MAKEUP: text('Làm bù', 'Working day'),
  CLOSURE: text('Đóng cửa', 'Closed'),
};

export const statusWords: Readonly<
  Record<CalendarDayStatus, { readonly words: Text; readonly tone: Tone }>
> = {
  APPROVED: { words: text('Đã có hiệu lực', 'In force'), tone: 'good' },
  PROPOSED: { words: text('Dự kiến, đang áp dụng', 'Provisional, applied'), tone: 'info' },
  AWAITING: { words: text('Chờ xác nhận, chưa áp dụng', 'Awaiting, not applied'), tone: 'warning' },
};

/** The hours of a week in few words: Thứ Hai – Thứ Sáu: 7:00–11:30, 13:30–17:00. */
export function weekLines(week: readonly DayPlan[], lang: Lang): string[] {
  const lines: { from: number; to: number; hours: string }[] = [];
  week.forEach(({ spans }, index) => {
    const hours = spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ');
    const last = lines.at(-1);
    if (last?.hours === hours) last.to = index;
    else lines.push({ from: index, to: index, hours });
  });
  return lines
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => {
      const first = say(lang, weekdayWords[from]!);
      return from === to
        ? `${first}: ${hours}`
        : `${first} – ${say(lang, weekdayWords[to]!)}: ${hours}`;
    });
}

/** The year that the reader asked for when it is one of those there are, else the present one or the last. */
export function yearAsked(asked: string | undefined, years: readonly number[], today: Day): number {
  const wanted = [Number(asked), partsOf(today).year].find((year) => years.includes(year));
  return wanted ?? years.at(-1) ?? partsOf(today).year;
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
