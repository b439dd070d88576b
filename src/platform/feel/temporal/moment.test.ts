import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask } from '../testing-ask.ts';
import { withClock } from '../instant.ts';
import { civilOf, dayNumber, weekdayOf } from './civil.ts';
import { readDuration } from './read.ts';

describe('days, times and durations', () => {
  it.each([
    ['date("2026-07-15") + duration("P30D")', '2026-08-14'],
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2026-01-31") + duration("P1M")', '2026-02-28'],
    ['date("2026-03-31") - duration("P1M")', '2026-02-28'],
    ['date("2026-03-01") - date("2026-02-01")', 'P28D'],
    ['date(2026, 2, 30)', null],
    ['date("2026-2-3")', null],
    ['@"2026-07-15".weekday', 3],
    ['day of week(@"2026-07-15")', 'Wednesday'],
    ['week of year(date("2027-01-03"))', 53],
    ['day of year(date("2024-12-31"))', 366],
    ['month of year(date("2026-07-15"))', 'July'],
    ['years and months duration(date("2008-07-16"), date("2026-07-15")).years', 17],
    ['date and time("2026-07-15T23:30:00") + duration("PT1H")', '2026-07-16T00:30:00'],
    ['date and time("2026-07-15T14:30:00+07:00") = date and time("2026-07-15T07:30:00Z")', true],
    ['date and time("2026-07-15T14:30:00") = date and time("2026-07-15T07:30:00Z")', true],
    ['date and time("2026-07-15T24:00:00")', '2026-07-16T00:00:00'],
    ['date and time(date("2026-07-15"), time("07:30:00"))', '2026-07-15T07:30:00'],
    ['time("23:59:00") + duration("PT2M")', '00:01:00'],
    ['time("25:00:00")', null],
    ['date and time("2026-07-15T14:30:00@Asia/Ho_Chi_Minh").time offset', 'PT7H'],
    ['date and time("2026-07-15T14:30:00@Europe/Paris").time offset', 'PT2H'],
    ['date and time("2026-01-15T14:30:00@Europe/Paris").time offset', 'PT1H'],
    ['date and time("2026-07-15T14:30:00@Sao/Hoa")', null],
    ['duration("P1DT2H") + duration("PT22H")', 'P2D'],
    ['duration("P1Y") + duration("P1D")', null],
    ['duration("P3D") * 2', 'P6D'],
    ['duration("P6D") / duration("P4D")', 1.5],
    ['duration("P1Y6M") / 3', 'P6M'],
    ['-duration("PT90M")', '-PT1H30M'],
    ['duration("P400D").days', 400],
    ['duration("P")', null],
    ['abs(duration("-PT5H"))', 'PT5H'],
    ['string(date("-2026-07-15"))', '-2026-07-15'],
  ])('%s is %j', (expression, result) => {
    expect(ask(expression)).toBe(result);
  });

  it('speaks of the present in Viet Nam, by the clock it is given', () => {
    const nearMidnight = () => new Date('2026-07-14T17:30:00Z');
    expect(withClock(nearMidnight, () => ask('today()'))).toBe('2026-07-15');
    expect(withClock(nearMidnight, () => ask('now()'))).toBe('2026-07-15T00:30:00+07:00');
  });

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (days) => {
        const moment = new Date(days * 86_400_000);
        const { year, month, day } = civilOf(days);
        expect([year, month, day]).toEqual([
          moment.getUTCFullYear(),
          moment.getUTCMonth() + 1,
          moment.getUTCDate(),
        ]);
        expect(dayNumber(year, month, day)).toBe(days);
        expect(weekdayOf(days) % 7).toBe(moment.getUTCDay());
      }),
    );
  });

  it('takes back days that it added', () => {
    const day = fc.integer({ min: -100_000, max: 100_000 }).map((days) => {
      const { year, month, day: dayOfMonth } = civilOf(days);
      return `date(${year}, ${month}, ${dayOfMonth})`;
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 50_000 }), (date, days) => {
        expect(ask(`${date} + duration("P${days}D") - ${date} = duration("P${days}D")`)).toBe(true);
        expect(ask(`${date} + duration("P${days}D") - duration("P${days}D") = ${date}`)).toBe(true);
      }),
    );
  });

  it('reads every duration that it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (nanos) => {
        const written = ask('string(duration("PT0S") + x)', {
          x: readDuration(`${nanos < 0n ? '-' : ''}PT${nanos < 0n ? -nanos : nanos}S`),
        });
        expect(ask(`string(duration("${String(written)}"))`)).toBe(written);
      }),
    );
  });
});
