import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOfNumber, daysBetween, type Day } from './day.ts';
import { hungKingsOn, lunarOf, solarOf, tetOn } from './lunar.ts';

// In 1985, 2007, 2027 and 2053 the Chinese new year falls on another day: Vietnam reckons at UTC+7.
it.each([
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-02'],
  [2053, '2053-02-18'],
])('begins the lunar year %i on %s', (year, on) => expect(tetOn(year)).toBe(on));

it.each([
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
  [2028, '2028-04-04'],
  [2029, '2029-04-23'],
  [2030, '2030-04-12'],
])('commemorates the Hùng Kings of %i on %s', (year, on) => expect(hungKingsOn(year)).toBe(on));

it('repeats the sixth month of 2025', () => {
  expect(solarOf({ year: 2025, month: 6, day: 1, leap: true })).toBe('2025-07-25');
  expect(lunarOf('2025-08-20' as Day)).toEqual({ year: 2025, month: 6, day: 27, leap: true });
  expect(solarOf({ year: 2025, month: 7, day: 1, leap: true })).toBeUndefined();
});

it('ends a month of 29 days on its 29th', () => {
  expect(solarOf({ year: 2025, month: 12, day: 29, leap: false })).toBe('2026-02-16');
  expect(solarOf({ year: 2025, month: 12, day: 30, leap: false })).toBeUndefined();
});

it('finds every day of two centuries again from its lunar day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 47_000 }).map(dayOfNumber), (of) => {
      expect(solarOf(lunarOf(of))).toBe(of);
    }),
    { numRuns: 2000 },
  );
});

it('gives every lunar year 12 or 13 months of 29 or 30 days', () => {
  for (let year = 1950; year < 2100; year += 1) {
    expect([354, 355, 353, 383, 384, 385]).toContain(daysBetween(tetOn(year), tetOn(year + 1)));
  }
});
