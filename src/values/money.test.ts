import { expect, it } from 'vitest';
import { dongInWords, formatDong } from './money.ts';

it.each([
  [0, '0 đ'],
  [999, '999 đ'],
  [8000, '8.000 đ'],
  [1_250_000, '1.250.000 đ'],
  [-50_000, '-50.000 đ'],
])('writes %i đồng as %s', (amount, written) => expect(formatDong(amount)).toBe(written));

it.each([
  [0, 'không đồng'],
  [5, 'năm đồng'],
  [15, 'mười lăm đồng'],
  [21, 'hai mươi mốt đồng'],
  [24, 'hai mươi tư đồng'],
  [105, 'một trăm linh năm đồng'],
  [8000, 'tám nghìn đồng'],
  [10_005, 'mười nghìn không trăm linh năm đồng'],
  [1_250_000, 'một triệu hai trăm năm mươi nghìn đồng'],
  [1_005_000, 'một triệu không trăm linh năm nghìn đồng'],
  [1_000_000_005, 'một tỷ không trăm linh năm đồng'],
  [2_500_000_000_000, 'hai nghìn năm trăm tỷ đồng'],
  [-7000, 'âm bảy nghìn đồng'],
])('reads %i đồng as "%s"', (amount, words) => expect(dongInWords(amount)).toBe(words));

it('refuses fractions of a đồng', () => {
  expect(() => formatDong(0.5)).toThrow(RangeError);
  expect(() => dongInWords(1.5)).toThrow(RangeError);
});
