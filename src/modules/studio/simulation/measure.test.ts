import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#/values/day.ts';
import { workingCalendar } from '#/values/working-time.ts';
import { measure } from './measure.ts';

const from = day(2026, 1, 1);
const calendar = workingCalendar(from, addDays(from, 30), () => ({
  spans: [
    [450, 690],
    [810, 1050],
  ],
  counts: true,
}));
const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour - 7));
const done = (outcome: string, hours: number) => ({
  element: 'approve',
  outcome,
  beganAt: at(8),
  endedAt: at(8 + hours),
});

test('the hours of a step are working hours, in the middle of what was measured', () => {
  // From 8:00: two hours are all worked, six hold the noon of two hours.
  const steps = [
    ...Array.from({ length: 6 }, () => done('approve', 2)),
    ...Array.from({ length: 5 }, () => done('return', 6)),
  ];
  const found = measure(steps, calendar).get('approve')!;
  expect(found).toMatchObject({ counted: 11, hours: 2 });
  expect(found.outcomes(['approve', 'return'])).toEqual({ approve: 55, return: 45 });
});

test('a step that was done a few times tells nothing', () => {
  expect(measure([done('approve', 1)], calendar).size).toBe(0);
});

test('shares are whole percent and 100 together, whatever was counted', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'gone'), { minLength: 10 }), (outcomes) => {
      const steps = outcomes.map((outcome) => done(outcome, 1));
      const shares = measure(steps, calendar).get('approve')!.outcomes(['a', 'b', 'c']);
      if (shares === undefined) return;
      const values = Object.values(shares);
      expect(values.reduce((sum, one) => sum + one, 0)).toBe(100);
      expect(values.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    }),
  );
});
