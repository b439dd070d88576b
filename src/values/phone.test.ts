import { expect, it } from 'vitest';
import { formatPhone, isMobile, parsePhone, type Phone } from './phone.ts';
import { isRead } from './reading.ts';

it.each([
  ['0912345678', '+84912345678'],
  ['0912 345 678', '+84912345678'],
  ['0912.345.678', '+84912345678'],
  ['+84 912 345 678', '+84912345678'],
  ['(0292) 3812345', '+842923812345'],
  ['024-38252525', '+842438252525'],
])('reads %j as %s', (typed, value) => expect(parsePhone(typed)).toEqual({ value }));

it.each([
  '',
  '12345',
  '0551234567',
  '+1 202 555 0100',
  '0912345678 ext 5',
  'điện thoại',
  '0'.repeat(40),
])('refuses %j', (typed) => expect(isRead(parsePhone(typed))).toBe(false));

it('shows a number as people write it and knows which can get text messages', () => {
  expect(formatPhone('+84912345678' as Phone)).toBe('0912 345 678');
  expect(isMobile('+84912345678' as Phone)).toBe(true);
  expect(isMobile('+842923812345' as Phone)).toBe(false);
});
