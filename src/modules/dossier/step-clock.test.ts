import { describe, expect, test } from 'vitest';
import type { Timed } from '#/modules/process/index.ts';
import { day, weekdayOf } from '#/values/day.ts';
import { closed, planOf, type DayPlan, type WeeklyHours } from '#/values/office-hours.ts';
import { workingCalendar } from '#/values/working-time.ts';
import { allowanceOf, stepClock, stepShift } from './step-clock.ts';

const first = day(2026, 1, 1);
const last = day(2026, 12, 31);
const weekday: DayPlan = {
  spans: [
    [420, 690],
    [810, 1020],
  ],
  counts: true,
};
const morning: DayPlan = { spans: [[420, 690]], counts: false };

const office = workingCalendar(first, last, (on) => (weekdayOf(on) > 5 ? closed : weekday));
/** Receives people on Saturday mornings too. */
const police = workingCalendar(first, last, (on) =>
  weekdayOf(on) === 7 ? closed : weekdayOf(on) === 6 ? morning : weekday,
);

const calendars = (unitId: string) => (unitId === 'police' ? police : office);
const dossier = { unitId: 'one-stop', unitIds: ['one-stop', 'police'], variant: 'NORMAL' as const };
const step = (more: Partial<Timed>): Timed => ({
  element: 'step',
  kind: 'leg',
  role: 'ROLE',
  unitId: 'one-stop',
  hours: null,
  hoursExtended: null,
  due: null,
  ...more,
});

/** Friday at three. */
const friday = new Date('2026-07-17T15:00:00+07:00');
const dueOf = stepClock(calendars, dossier);

describe('a step is due by the clock of the unit that does it', () => {
  test('whose Saturday morning counts in working hours', () => {
    expect(dueOf(step({ hours: 4, unitId: 'police' }), friday)).toEqual(
      new Date('2026-07-18T09:00:00+07:00'),
    );
    expect(dueOf(step({ hours: 4 }), friday)).toEqual(new Date('2026-07-20T09:00:00+07:00'));
  });

  test('whose Saturday morning is no working day of the law', () => {
    const due = { qty: 1, unit: 'WORKING_DAY' as const };
    for (const unitId of ['police', 'one-stop']) {
      expect(dueOf(step({ due, unitId }), friday)).toEqual(new Date('2026-07-20T15:00:00+07:00'));
    }
  });

  test.each([
    [
      '12 days, the last of which is a Wednesday',
      { qty: 12, unit: 'DAY' },
      '2026-07-29T17:00:00+07:00',
    ],
    ['a month that ends on a Monday', { qty: 1, unit: 'MONTH' }, '2026-08-17T17:00:00+07:00'],
    ['two months that end on a Thursday', { qty: 2, unit: 'MONTH' }, '2026-09-17T17:00:00+07:00'],
    ['24 hours by the clock', { qty: 24, unit: 'HOUR' }, '2026-07-18T15:00:00+07:00'],
  ] as const)('in %s', (_, due, at) => {
    expect(dueOf(step({ due }), friday)).toEqual(new Date(at));
  });

  test('that opens earlier in summer', () => {
    const all: readonly DayPlan[] = [weekday, weekday, weekday, weekday, weekday, closed, closed];
    const early: DayPlan = {
      spans: [
        [390, 660],
        [810, 1020],
      ],
      counts: true,
    };
    const weeks: readonly WeeklyHours[] = [
      { from: first, week: all },
      {
        from: first,
        season: { from: '04-16', to: '10-15' },
        week: all.map((plan) => (plan.counts ? early : plan)),
      },
    ];
    const seasonal = workingCalendar(first, last, (on) => planOf(on, weeks, new Map()));
    const due = stepClock(() => seasonal, dossier);
    const sunday = (date: string) => new Date(`${date}T12:00:00+07:00`);
    expect(due(step({ hours: 1 }), sunday('2026-07-19'))).toEqual(
      new Date('2026-07-20T07:30:00+07:00'),
    );
    expect(due(step({ hours: 1 }), sunday('2026-11-22'))).toEqual(
      new Date('2026-11-23T08:00:00+07:00'),
    );
  });

  test('with the longer hours once the dossier is verified; a time of law is no matter of hours', () => {
    const hours = { hours: 8, hoursExtended: 40 };
    expect(allowanceOf(step(hours), { variant: 'NORMAL' })?.qty).toBe(8);
    expect(allowanceOf(step(hours), { variant: 'VERIFY' })?.qty).toBe(40);
    const due = { qty: 12, unit: 'DAY' as const };
    expect(allowanceOf(step({ ...hours, due }), { variant: 'VERIFY' })).toEqual(due);
    expect(allowanceOf(step({}), { variant: 'NORMAL' })).toBeNull();
  });

  test('and keeps after a pause what was left of it by that clock', () => {
    const shift = stepShift(calendars, dossier);
    const from = new Date('2026-07-18T08:00:00+07:00');
    const to = new Date('2026-07-21T07:00:00+07:00');
    const due = new Date('2026-07-18T09:00:00+07:00');
    expect(shift(due, from, to, step({ hours: 4, unitId: 'police' }))).toEqual(
      new Date('2026-07-21T08:00:00+07:00'),
    );
  });
});
