import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, dayOf, weekdayOf, type Day } from './day.ts';
import { instantAt } from './instant.ts';
import { closed, type DayPlan } from './office-hours.ts';
import { NoCalendarForYear, workingCalendar, type WorkingCalendar } from './working-time.ts';

const weekday: DayPlan = {
  spans: [
    [450, 690],
    [810, 1050],
  ],
  counts: true,
};
const friday: DayPlan = {
  spans: [
    [420, 690],
    [810, 1020],
  ],
  counts: true,
};
const saturdayMorning: DayPlan = { spans: [[450, 690]], counts: false };
const tet = (on: Day) => on >= '2026-02-16' && on <= '2026-02-20';

const office = workingCalendar(day(2025, 1, 1), day(2028, 12, 31), (on) =>
  weekdayOf(on) > 5 || tet(on) ? closed : weekday,
);
const police = workingCalendar(day(2025, 1, 1), day(2028, 12, 31), (on) => {
  if (tet(on) || weekdayOf(on) === 7) return closed;
  if (weekdayOf(on) === 6) return saturdayMorning;
  return weekdayOf(on) === 5 ? friday : weekday;
});

const at = (local: string) => new Date(`${local}:00+07:00`);
const instants = fc
  .integer({
    min: at('2025-02-01T00:00').getTime() / 60_000,
    max: at('2027-12-31T00:00').getTime() / 60_000,
  })
  .map((minutes) => new Date(minutes * 60_000));
const calendars = fc.constantFrom(office, police);

/** Open, or at the end of a span: a deadline may fall on closing time. */
function isLawful(calendar: WorkingCalendar, instant: Date): boolean {
  return calendar.isWorking(instant) || calendar.isWorking(new Date(instant.getTime() - 60_000));
}

describe('working days', () => {
  it.each([
    ['over Tết', '2026-02-12T15:00', 5, '2026-02-26T15:00'],
    ['over a weekend', '2026-03-13T09:10', 1, '2026-03-16T09:10'],
    ['from the lunch break', '2026-03-10T12:15', 1, '2026-03-11T11:30'],
    ['after hours', '2026-03-10T21:00', 1, '2026-03-11T17:30'],
    ['from a Sunday', '2026-03-15T10:00', 1, '2026-03-16T17:30'],
    ['before opening', '2026-03-16T06:00', 1, '2026-03-16T17:30'],
    ['at opening', '2026-03-16T07:30', 1, '2026-03-17T07:30'],
    ['no days at all', '2026-03-16T08:00', 0, '2026-03-16T08:00'],
  ])('%s: %s and %i working days is %s', (_, from, days, due) =>
    expect(office.addWorkingDays(at(from), days)).toEqual(at(due)),
  );

  it('does not count a Saturday morning, though the police work then', () => {
    expect(police.addWorkingDays(at('2026-03-13T09:00'), 1)).toEqual(at('2026-03-16T09:00'));
    expect(police.addWorkingDays(at('2026-03-14T09:00'), 1)).toEqual(at('2026-03-16T17:30'));
    expect(police.isWorking(at('2026-03-14T09:00'))).toBe(true);
    expect(police.isWorkingDay(day(2026, 3, 14))).toBe(false);
  });

  it('stays within the hours of the day on which it ends', () => {
    expect(police.addWorkingDays(at('2026-03-12T17:20'), 1)).toEqual(at('2026-03-13T17:00'));
    expect(police.addWorkingDays(at('2026-03-13T07:10'), 1)).toEqual(at('2026-03-16T07:30'));
  });

  it('refuses half and negative days', () => {
    expect(() => office.addWorkingDays(at('2026-03-10T09:00'), 0.5)).toThrow(RangeError);
    expect(() => office.addWorkingDays(at('2026-03-10T09:00'), -1)).toThrow(RangeError);
  });

  it('is never due outside office hours, and later never means earlier', () => {
    fc.assert(
      fc.property(calendars, instants, instants, fc.nat(200), (calendar, a, b, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const due = calendar.addWorkingDays(first, n);
        expect(isLawful(calendar, due)).toBe(true);
        expect(calendar.isWorkingDay(dayOf(due))).toBe(true);
        expect(due <= calendar.addWorkingDays(second, n)).toBe(true);
        expect(due < calendar.addWorkingDays(first, n + 1)).toBe(true);
      }),
    );
  });

  it('is eight working hours a day where every day has eight hours', () => {
    fc.assert(
      fc.property(instants, fc.nat(200), (from, n) => {
        expect(office.workedMinutes(from, office.addWorkingDays(from, n))).toBe(n * 480);
      }),
    );
  });
});

describe('working minutes', () => {
  it('counts inside office hours only', () => {
    expect(office.workedMinutes(at('2026-03-10T11:00'), at('2026-03-10T14:00'))).toBe(60);
    expect(office.workedMinutes(at('2026-03-13T17:00'), at('2026-03-16T08:00'))).toBe(60);
    expect(office.workedMinutes(at('2026-03-16T08:00'), at('2026-03-13T17:00'))).toBe(-60);
  });

  it('gives eight working hours to accept what came in on a Friday afternoon', () => {
    expect(office.addWorkingMinutes(at('2026-03-13T15:00'), 480)).toEqual(at('2026-03-16T15:00'));
  });

  it('stays at closing time when it ends with a span', () => {
    expect(office.addWorkingMinutes(at('2026-03-10T07:30'), 480)).toEqual(at('2026-03-10T17:30'));
    expect(office.addWorkingMinutes(at('2026-03-10T07:30'), 240)).toEqual(at('2026-03-10T11:30'));
  });

  it('finds the next working instant', () => {
    expect(office.nextWorking(at('2026-02-13T18:00'))).toEqual(at('2026-02-23T07:30'));
    expect(office.nextWorking(at('2026-03-10T12:00'))).toEqual(at('2026-03-10T13:30'));
    expect(office.nextWorking(at('2026-03-10T09:00'))).toEqual(at('2026-03-10T09:00'));
    expect(office.isWorking(at('2026-03-10T11:30'))).toBe(false);
  });

  it('takes away what was added', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: -9000, max: 90_000 }),
        (calendar, from, n) => {
          const to = calendar.addWorkingMinutes(from, n);
          expect(calendar.workedMinutes(from, to)).toBe(n);
          expect(isLawful(calendar, to)).toBe(true);
        },
      ),
    );
  });

  it('can be added in parts, and later never means earlier', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(5000), fc.nat(5000), (calendar, from, m, n) => {
        const whole = calendar.addWorkingMinutes(from, m + n + 1);
        const parts = calendar.addWorkingMinutes(calendar.addWorkingMinutes(from, m), n + 1);
        expect(parts).toEqual(whole);
        expect(calendar.addWorkingMinutes(from, m) <= whole).toBe(true);
      }),
    );
  });
});

describe('the range of a calendar', () => {
  it.each([
    ['a day after it', () => office.isWorking(at('2029-01-02T09:00')), 2029],
    ['a day before it', () => office.spansOn(day(2024, 12, 31)), 2024],
    [
      'a deadline that runs out of it',
      () => office.addWorkingDays(at('2028-12-29T09:00'), 1),
      2029,
    ],
    [
      'minutes that run out of it',
      () => office.addWorkingMinutes(at('2028-12-29T17:00'), 60),
      2029,
    ],
    ['an opening after it', () => office.nextWorking(at('2028-12-31T09:00')), 2029],
    ['minutes back before it', () => office.addWorkingMinutes(at('2025-01-01T07:40'), -60), 2024],
  ])('has no calendar for the year of %s', (_, ask, year) => {
    expect(ask).toThrow(NoCalendarForYear);
    expect(ask).toThrow(`There is no calendar for this year: ${year}`);
  });

  it.each([
    [
      'overlapping spans',
      [
        [450, 690],
        [600, 700],
      ],
    ],
    ['a span that ends before it begins', [[690, 450]]],
    ['a span past midnight', [[1400, 1500]]],
    ['a working day without hours', []],
  ])('is not built from %s', (_, spans) => {
    const plan = { spans: spans as [number, number][], counts: true };
    expect(() => workingCalendar(day(2026, 1, 1), day(2026, 1, 2), () => plan)).toThrow(RangeError);
  });

  it('closes a day at the end of its last span', () => {
    expect(office.closingOf(day(2026, 3, 10))).toEqual(instantAt(day(2026, 3, 10), 1050));
    expect(office.closingOf(day(2026, 3, 14))).toEqual(instantAt(day(2026, 3, 16), 1050));
    expect(office.closingOf(day(2026, 3, 14), 2)).toEqual(instantAt(day(2026, 3, 18), 1050));
  });
});
