import { dayOf, formatDay, weekdayOf, type Day } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { AppointmentState } from '../appointment.ts';

const weekdays = [
  text('Thứ Hai', 'Monday'),
  text('Thứ Ba', 'Tuesday'),
  text('Thứ Tư', 'Wednesday'),
  text('Thứ Năm', 'Thursday'),
  text('Thứ Sáu', 'Friday'),
  text('Thứ Bảy', 'Saturday'),
  text('Chủ nhật', 'Sunday'),
] as const;

/** Thứ Hai, 15/07/2026. */
export function dayWords(on: Day, lang: Lang): string {
  return `${say(lang, weekdays[weekdayOf(on) - 1]!)}, ${formatDay(on)}`;
}

/** 8 giờ 30, Thứ Hai, 15/07/2026. */
export function instantWords(at: Date, lang: Lang): string {
  return `${formatTime(at, lang)}, ${dayWords(dayOf(at), lang)}`;
}

export const stateWords: Readonly<
  Record<
    AppointmentState,
    { readonly words: Text; readonly tone: 'info' | 'good' | 'neutral' | 'warning' }
  >
> = {
  BOOKED: { words: text('Đã giữ chỗ', 'Kept for you'), tone: 'good' },
  ARRIVED: { words: text('Đã lấy số', 'Arrived'), tone: 'info' },
  MISSED: { words: text('Đã lỡ hẹn', 'Missed'), tone: 'warning' },
  CANCELLED: { words: text('Đã hủy', 'Cancelled'), tone: 'neutral' },
  WITHDRAWN: { words: text('Cơ quan đóng cửa', 'Office closed'), tone: 'warning' },
  MOVED: { words: text('Đã đổi giờ', 'Moved'), tone: 'neutral' },
};
