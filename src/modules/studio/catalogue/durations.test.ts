import { expect, test } from 'vitest';
import { cutoffIn, durationsIn, tellDuration } from './durations.ts';
import { dongIn } from './money-words.ts';

test.each([
  ['03 ngày làm việc', ['3 ngày làm việc']],
  ['07 (bảy) ngày làm việc, hoặc 10 ngày', ['7 ngày làm việc', '10 ngày']],
  ['7,5 ngày làm việc', ['7,5 ngày làm việc']],
  ['không quá 23 ngày kể từ ngày 01/01/2026', ['23 ngày']],
  ['ngày 30 tháng 6 năm 2026', []],
  ['sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo', []],
  ['08 giờ làm việc', ['8 giờ làm việc']],
  ['24 giờ', ['24 giờ']],
  ['06 tháng', ['6 tháng']],
  ['Ngay trong ngày', []],
])('the times in “%s”', (words, told) => {
  expect(durationsIn(words).map(tellDuration)).toEqual(told);
});

test('the hour of a cut-off is told by words', () => {
  expect(cutoffIn('nhận hồ sơ sau 15 giờ mà không giải quyết được ngay')).toBe('15:00');
  expect(cutoffIn('sau 8 giờ làm việc')).toBeNull();
});

test.each([
  ['8.000 đồng/bản', 8_000],
  ['Không', 0],
  ['miễn lệ phí', 0],
  ['10.000 đồng; trực tuyến 8.000 đồng', null],
  ['Theo quy định của Hội đồng nhân dân', null],
])('the money in “%s”', (words, amount) => {
  expect(dongIn(words)).toBe(amount);
});
