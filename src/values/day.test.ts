import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  day,
  dayInWords,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  findDay,
  formatDay,
  parseDay,
  weekdayOf,
  type Day,
} from './day.ts';

const anyDay = fc.integer({ min: -300_000, max: 2_900_000 }).map(dayOfNumber);

describe('days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0999-01-01', '', '2026-03-27 '])(
    'does not take %j for a day',
    (candidate) => expect(parseDay(candidate)).toBeUndefined(),
  );

  it('knows leap years', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29');
    expect(parseDay('1900-02-29')).toBeUndefined();
    expect(findDay(2000, 2, 29)).toBe('2000-02-29');
    expect(() => day(2027, 2, 29)).toThrow(RangeError);
  });

  it('tells the day in Vietnam, which begins at 17:00 UTC', () => {
    expect(dayOf(new Date('2026-07-14T16:59:59Z'))).toBe('2026-07-14');
    expect(dayOf(new Date('2026-07-14T17:00:00Z'))).toBe('2026-07-15');
    expect(dayOf(new Date('1965-03-01T00:00:00Z'))).toBe('1965-03-01');
  });

  it('ends a month on its last day when the corresponding day is missing (Bộ luật Dân sự, Điều 148)', () => {
    expect(addMonths(day(2027, 1, 31), 1)).toBe('2027-02-28');
    expect(addMonths(day(2026, 12, 15), 2)).toBe('2027-02-15');
    expect(addMonths(day(2026, 3, 31), -1)).toBe('2026-02-28');
  });

  it.each([
    ['2008-03-27', '2026-03-26', 17],
    ['2008-03-27', '2026-03-27', 18],
    ['2008-02-29', '2026-02-28', 18],
    ['2026-03-27', '2026-03-27', 0],
  ])('who was born on %s is on %s %i years old', (born, on, years) =>
    expect(ageOn(born as Day, on as Day)).toBe(years),
  );

  it('names the weekday', () => {
    expect(weekdayOf(day(2026, 11, 24))).toBe(2);
    expect(weekdayOf(day(1969, 12, 28))).toBe(7);
  });

  it('writes a day as people do, in digits and in words', () => {
    expect(formatDay(day(2026, 7, 15))).toBe('15/07/2026');
    expect(dayInWords(day(2026, 3, 27))).toBe(
      'Ngày hai mươi bảy tháng ba năm hai nghìn không trăm hai mươi sáu',
    );
    expect(dayInWords(day(1985, 4, 1))).toBe(
      'Ngày một tháng tư năm một nghìn chín trăm tám mươi lăm',
    );
  });

  it('reads back every day that it writes', () => {
    fc.assert(
      fc.property(anyDay, (of) => parseDay(of) === of && dayOfNumber(dayNumber(of)) === of),
    );
  });

  it('counts days the same way forward and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (of, n) => {
        const to = addDays(of, n);
        expect(daysBetween(of, to)).toBe(n);
        expect(to > of).toBe(n > 0);
      }),
    );
  });
});
