import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from './day.ts';
import { makeDossierCode, parseDossierCode } from './dossier-code.ts';

it('reads the old form (QCVN 102:2016/BTTTT)', () => {
  expect(parseDossierCode('000.00.06.H56-231027-0361')).toEqual({
    form: 'OLD',
    unit: '000.00.06.H56',
    on: '2023-10-27',
    number: 361,
  });
});

it('reads the new form (Quyết định 20/2020/QĐ-TTg)', () => {
  expect(parseDossierCode('G09.20-20260609-0092637')).toEqual({
    form: 'NEW',
    unit: 'G09.20',
    on: '2026-06-09',
    number: 92637,
  });
});

it('forgives lower case, spaces around it and the dashes of word processors', () => {
  expect(parseDossierCode(' h13.32–20260715–0000001 ')?.unit).toBe('H13.32');
});

it.each([
  '',
  'H13.32-20260230-0000001',
  'H13.32-20260715-0000000',
  'H13.32-20260715-001',
  'H13.1234-20260715-0000001',
  '000.00.06.H56-231327-0361',
  "H13.32-20260715-0000001' or 1=1",
])('does not take %j for a code', (typed) => expect(parseDossierCode(typed)).toBeUndefined());

it('does not take ten thousand letters for a code', () => {
  expect(parseDossierCode('H'.repeat(10_000))).toBeUndefined();
});

it('refuses to write a number that has no room', () => {
  const on = day(2026, 7, 15);
  expect(() => makeDossierCode({ form: 'OLD', unit: '000.00.06.H56', on, number: 10_000 })).toThrow(
    RangeError,
  );
  expect(() => makeDossierCode({ form: 'NEW', unit: 'ninh-kieu', on, number: 1 })).toThrow(
    RangeError,
  );
});

it('reads back every code that it writes', () => {
  const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays(day(2000, 1, 1), n));
  const codes = fc.oneof(
    fc.record({
      form: fc.constant('OLD' as const),
      unit: fc.constant('000.00.06.H56'),
      on: days,
      number: fc.integer({ min: 1, max: 9999 }),
    }),
    fc.record({
      form: fc.constant('NEW' as const),
      unit: fc.constantFrom('H13', 'H13.32', 'H13.32.1', 'G01.999.1.22'),
      on: days,
      number: fc.integer({ min: 1, max: 9_999_999 }),
    }),
  );
  fc.assert(
    fc.property(codes, (code) => {
      expect(parseDossierCode(makeDossierCode(code))).toEqual(code);
    }),
  );
});
