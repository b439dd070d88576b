import { type Day, ageOn, formatDay, parseDay } from '#/values/day.ts';
import { type Text, text } from '#/values/text.ts';
import type { Field } from './leaf.ts';

/** What speaks against a day: the question's rule, its earliest and its latest day; undefined when nothing does. */
export function againstDay(on: Day, { question, setting }: Field): Text | undefined {
  const { label, rule } = question;
  const { today } = setting;
  if (rule === 'not-future' && on > today) {
    return text(
      `${label.vi} không được sau hôm nay (${formatDay(today)}). Xem lại năm và tháng`,
      `${label.en} cannot be after today (${formatDay(today)}). Check year and month`,
    );
  }
  if (rule === 'not-past' && on < today) {
    return text(
      `${label.vi} không được trước hôm nay (${formatDay(today)}). Chọn ngày khác`,
      `${label.en} cannot be before today (${formatDay(today)}). Choose another day`,
    );
  }
  if (rule === 'adult' && (on > today || ageOn(on, today) < 18)) {
    return text(
      `${label.vi}: phải đủ 18 tuổi vào hôm nay. Xem lại năm sinh`,
      `${label.en}: must be at least 18 years ago. Check the year`,
    );
  }
  return beyond(on, limit(question.min), limit(question.max), label);
}

function beyond(
  on: Day,
  min: Day | undefined,
  max: Day | undefined,
  label: Text,
): Text | undefined {
  if (min !== undefined && on < min) {
    return text(
      `${label.vi} không được trước ${formatDay(min)}. Xem lại ngày vừa nhập`,
      `${label.en} cannot be before ${formatDay(min)}. Check the day`,
    );
  }
  if (max !== undefined && on > max) {
    return text(
      `${label.vi} không được sau ${formatDay(max)}. Xem lại ngày vừa nhập`,
      `${label.en} cannot be after ${formatDay(max)}. Check the day`,
    );
  }
  return undefined;
}

function limit(written: number | string | undefined): Day | undefined {
  return typeof written === 'string' ? parseDay(written) : undefined;
}
