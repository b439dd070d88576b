import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, weekdayOf } from './day.ts';
import { dueAfterPause, dueAt, type Allowance, type DeadlineUnit } from './deadline.ts';
import { closed, type DayPlan } from './office-hours.ts';
import { workingCalendar } from './working-time.ts';

const weekday: DayPlan = {
  spans: [
    [450, 690],
    [810, 1050],
  ],
  counts: true,
};
const office = workingCalendar(day(2025, 1, 1), day(2028, 12, 31), (on) =>
  weekdayOf(on) > 5 || on === '2026-09-02' ? closed : weekday,
);

const at = (local: string) => new Date(`${local}:00+07:00`);
const sameDay: Allowance = { qty: 1, unit: 'WORKING_DAY', cutoff: '15:00' };

describe('deadlines', () => {
  it.each<[string, string, Allowance, string]>([
    [
      'civil status before 15:00 is due the same day',
      '2026-03-10T14:59',
      sameDay,
      '2026-03-10T17:30',
    ],
    [
      'civil status from 15:00 on is due the next day',
      '2026-03-10T15:00',
      sameDay,
      '2026-03-11T17:30',
    ],
    ['a Friday afternoon passes on to Monday', '2026-03-13T16:00', sameDay, '2026-03-16T17:30'],
    ['a Sunday counts as Monday', '2026-03-15T16:00', sameDay, '2026-03-16T17:30'],
    ['early morning counts as that day', '2026-03-10T05:00', sameDay, '2026-03-10T17:30'],
    [
      'three days before the cut-off',
      '2026-03-10T14:00',
      { ...sameDay, qty: 3 },
      '2026-03-13T14:00',
    ],
    [
      'three days after the cut-off',
      '2026-03-10T15:00',
      { ...sameDay, qty: 3 },
      '2026-03-16T07:30',
    ],
    [
      'three days from a Sunday, with a cut-off',
      '2026-03-15T16:00',
      { ...sameDay, qty: 3 },
      '2026-03-19T07:30',
    ],
    [
      'three days from before the opening, with a cut-off',
      '2026-03-16T05:00',
      { ...sameDay, qty: 3 },
      '2026-03-19T07:30',
    ],
    [
      'no cut-off',
      '2026-03-10T16:00',
      { qty: 3, unit: 'WORKING_DAY', cutoff: null },
      '2026-03-13T16:00',
    ],
    [
      'eight working hours',
      '2026-03-10T10:00',
      { qty: 8, unit: 'WORKING_HOUR' },
      '2026-03-11T10:00',
    ],
    [
      'half a working hour',
      '2026-03-10T11:15',
      { qty: 0.5, unit: 'WORKING_HOUR' },
      '2026-03-10T13:45',
    ],
    ['24 hours by the clock', '2026-03-13T16:00', { qty: 24, unit: 'HOUR' }, '2026-03-14T16:00'],
    ['23 calendar days', '2026-03-10T09:00', { qty: 23, unit: 'DAY' }, '2026-04-02T17:30'],
    ['a last day on a Saturday', '2026-03-10T09:00', { qty: 4, unit: 'DAY' }, '2026-03-16T17:30'],
    ['a last day on a holiday', '2026-08-31T09:00', { qty: 2, unit: 'DAY' }, '2026-09-03T17:30'],
    ['a month from the 31st', '2026-08-31T09:00', { qty: 1, unit: 'MONTH' }, '2026-09-30T17:30'],
  ])('%s', (_, from, allowance, due) =>
    expect(dueAt(office, at(from), allowance)).toEqual(at(due)),
  );

  it('needs a quantity and a real cut-off', () => {
    expect(() => dueAt(office, at('2026-03-10T09:00'), { qty: 0, unit: 'DAY' })).toThrow(
      RangeError,
    );
    expect(() => dueAt(office, at('2026-03-10T09:00'), { ...sameDay, cutoff: '25:00' })).toThrow(
      RangeError,
    );
  });

  it('never makes later filing due earlier', () => {
    const allowances = fc.record({
      qty: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom<DeadlineUnit>('WORKING_DAY', 'DAY', 'WORKING_HOUR', 'HOUR', 'MONTH'),
      cutoff: fc.constantFrom('15:00', null),
    });
    fc.assert(
      fc.property(instants(), instants(), allowances, (a, b, allowance) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(dueAt(office, first, allowance) <= dueAt(office, second, allowance)).toBe(true);
        expect(dueAt(office, first, allowance) > first).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('pauses', () => {
  it('carries over what was left of the working time', () => {
    const due = at('2026-03-12T10:00');
    const pause = { from: at('2026-03-11T15:00'), to: at('2026-03-20T09:00') };
    expect(dueAfterPause(office, 'WORKING_DAY', due, pause)).toEqual(at('2026-03-20T16:00'));
  });

  it('counts no Saturday mornings where the law counts working days, though the office is open', () => {
    const saturday: DayPlan = { spans: [[450, 690]], counts: false };
    const police = workingCalendar(day(2026, 1, 1), day(2026, 12, 31), (on) =>
      weekdayOf(on) > 5 ? (weekdayOf(on) === 6 ? saturday : closed) : weekday,
    );
    const from = at('2026-07-14T09:00');
    const due = dueAt(police, from, { qty: 3, unit: 'WORKING_DAY' });
    const pause = { from, to: at('2026-07-16T09:00') };
    expect(dueAfterPause(police, 'WORKING_DAY', due, pause)).toEqual(at('2026-07-21T09:00'));
    expect(dueAfterPause(police, 'WORKING_HOUR', due, pause)).toEqual(at('2026-07-20T15:00'));
  });

  it('moves a deadline by the clock by the length of the pause', () => {
    const pause = { from: at('2026-03-14T10:00'), to: at('2026-03-14T16:00') };
    expect(dueAfterPause(office, 'HOUR', at('2026-03-15T01:00'), pause)).toEqual(
      at('2026-03-15T07:00'),
    );
  });

  it('keeps what was late as late as it was', () => {
    const pause = { from: at('2026-03-11T10:00'), to: at('2026-03-17T10:00') };
    expect(dueAfterPause(office, 'WORKING_DAY', at('2026-03-11T09:00'), pause)).toEqual(
      at('2026-03-17T09:00'),
    );
  });

  it('cannot end before it begins', () => {
    const pause = { from: at('2026-03-11T10:00'), to: at('2026-03-11T09:00') };
    expect(() => dueAfterPause(office, 'DAY', at('2026-03-11T09:00'), pause)).toThrow(RangeError);
  });

  it('may be split or merged: only the time between start and end matters', () => {
    fc.assert(
      fc.property(fc.tuple(instants(), instants(), instants(), instants()), (four) => {
        const [filed, from, middle, to] = four.toSorted((a, b) => a.getTime() - b.getTime()) as [
          Date,
          Date,
          Date,
          Date,
        ];
        for (const unit of ['WORKING_DAY', 'HOUR'] as const) {
          const due = dueAt(office, filed, { qty: 7, unit });
          const whole = dueAfterPause(office, unit, due, { from, to });
          const first = dueAfterPause(office, unit, due, { from, to: middle });
          expect(dueAfterPause(office, unit, first, { from: middle, to })).toEqual(whole);
          expect(whole >= due).toBe(true);
        }
      }),
    );
  });
});

function instants() {
  return fc
    .integer({
      min: at('2025-06-01T00:00').getTime() / 60_000,
      max: at('2026-12-31T00:00').getTime() / 60_000,
    })
    .map((minutes) => new Date(minutes * 60_000));
}
