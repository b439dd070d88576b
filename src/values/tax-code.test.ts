import { expect, it } from 'vitest';
import { isRead } from './reading.ts';
import { parseTaxCode } from './tax-code.ts';

const real = { demo: false };

it.each([
  ['0102030405', '0102030405'],
  [' 0102 030 405 ', '0102030405'],
  ['0102030405-001', '0102030405-001'],
  ['0102030405001', '0102030405-001'],
])('accepts %j', (typed, value) => expect(parseTaxCode(typed, real)).toEqual({ value }));

it.each(['', '0102030406', '1002030405', '010203040', '0102030405-01', '0102030405-0011', 'MST'])(
  'refuses %j',
  (typed) => expect(isRead(parseTaxCode(typed, real))).toBe(false),
);

it('takes the personal identification number for a person’s tax code since 01/07/2025', () => {
  expect(parseTaxCode('000190000001', { demo: true })).toEqual({ value: '000190000001' });
  expect(isRead(parseTaxCode('000190000001', real))).toBe(false);
});

it('tells every single wrong digit by the check digit', () => {
  for (let at = 0; at < 10; at += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const typed = `${'0102030405'.slice(0, at)}${digit}${'0102030405'.slice(at + 1)}`;
      expect(isRead(parseTaxCode(typed, real))).toBe(typed === '0102030405');
    }
  }
});
