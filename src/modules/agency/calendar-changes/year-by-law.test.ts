import { expect, test } from 'vitest';
import { calendarYears, nationalDays } from '../calendar-source.ts';
import { yearByLaw } from './year-by-law.ts';

const offIn = (year: number) =>
  new Set(
    nationalDays
      .filter(({ on, kind }) => on.startsWith(String(year)) && kind !== 'MAKEUP')
      .map(({ on }) => on),
  );

test('Tết, Giỗ Tổ and days in lieu follow from the law and the moon: 2027 comes out as it is expected', () => {
  const days = yearByLaw(2027)!.days.map(({ on, kind }) => `${on} ${kind}`);
  expect(days).toEqual([
    '2027-01-01 HOLIDAY',
    '2027-02-05 HOLIDAY',
    '2027-02-06 HOLIDAY',
    '2027-02-07 HOLIDAY',
    '2027-02-08 HOLIDAY',
    '2027-02-09 HOLIDAY',
    '2027-02-10 COMPENSATION',
    '2027-02-11 COMPENSATION',
    '2027-04-16 HOLIDAY',
    '2027-04-30 HOLIDAY',
    '2027-05-01 HOLIDAY',
    '2027-05-03 COMPENSATION',
    '2027-09-01 HOLIDAY',
    '2027-09-02 HOLIDAY',
  ]);
});

test('every year has the eleven days off of the law, and as many days in lieu as fall on a weekend', () => {
  for (let year = 2026; year <= 2060; year += 1) {
    const { days } = yearByLaw(year)!;
    const holidays = days.filter(({ kind }) => kind === 'HOLIDAY');
    const weekend = holidays.filter(({ on }) => [0, 6].includes(new Date(on).getUTCDay()));
    expect(holidays).toHaveLength(11);
    expect(days).toHaveLength(11 + weekend.length);
    expect(new Set(days.map(({ on }) => on)).size).toBe(days.length);
  }
});

test('what is known of decided years holds what the law leaves no choice about', () => {
  const choices = /Tết Nguyên đán|liền kề/;
  for (const { year } of calendarYears) {
    const off = offIn(year);
    const sure = yearByLaw(year)!.days.filter(({ name }) => !choices.test(name.vi));
    expect(sure.filter(({ on }) => !off.has(on)).map(({ on }) => on)).toEqual([]);
  }
});
