import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, weekdayOf } from '#/values/day.ts';
import { dueAfterPause, dueAt } from '#/values/deadline.ts';
import { closed } from '#/values/office-hours.ts';
import { workingCalendar } from '#/values/working-time.ts';
import { isLadder, rungsReached, type Rung } from './ladder.ts';

const calendar = workingCalendar(day(2026, 7, 1), day(2026, 12, 31), (on) =>
  weekdayOf(on) > 5
    ? closed
    : {
        spans: [
          [420, 690],
          [810, 1020],
        ],
        counts: true,
      },
);
const rungs: readonly Rung[] = [
  { tells: 'holder', when: 'share', amount: 75 },
  { tells: 'holder', when: 'before', amount: 1 },
  { tells: 'head', when: 'due', amount: 0 },
  { tells: 'leader', when: 'after', amount: 8 },
];
const openedAt = new Date('2026-07-14T00:00:00Z');
const eight = {
  openedAt,
  dueAt: dueAt(calendar, openedAt, { qty: 8, unit: 'WORKING_HOUR' }),
  minutes: 480,
};
const at = (instant: string) => rungsReached(rungs, eight, calendar, new Date(instant));

describe('the ladder', () => {
  test('is climbed rung by rung, in working hours', () => {
    expect(eight.dueAt, 'Tuesday at five').toEqual(new Date('2026-07-14T10:00:00Z'));
    expect(at('2026-07-14T07:59:00Z')).toEqual([]);
    expect(at('2026-07-14T08:00:00Z'), 'two of eight hours are left').toEqual([1]);
    expect(at('2026-07-14T09:00:00Z')).toEqual([1, 2]);
    expect(at('2026-07-14T10:00:00Z')).toEqual([1, 2, 3]);
    expect(at('2026-07-15T09:59:00Z')).toEqual([1, 2, 3]);
    expect(at('2026-07-15T10:00:00Z'), 'eight working hours later').toEqual([1, 2, 3, 4]);
  });

  test('of which nothing is lost by a pause: what was left of the time is left afterwards', () => {
    const from = new Date('2026-07-14T02:00:00Z');
    const to = new Date('2026-07-20T02:00:00Z');
    const resumed = {
      ...eight,
      dueAt: dueAfterPause(calendar, 'WORKING_HOUR', eight.dueAt, { from, to }),
    };
    const told = rungsReached(rungs, resumed, calendar, to);
    expect(told).toEqual(rungsReached(rungs, eight, calendar, from));
  });

  test('is never climbed down', () => {
    const instants = fc
      .integer({ min: 0, max: 10 * 24 * 60 })
      .map((m) => new Date(openedAt.getTime() + m * 60_000));
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [early, later] = one < other ? [one, other] : [other, one];
        const before = rungsReached(rungs, eight, calendar, early);
        expect(rungsReached(rungs, eight, calendar, later)).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  test.each<[string, Rung[], boolean]>([
    ['as it comes with the platform', [...rungs], true],
    ['of nothing', [], false],
    ['that tells late before it tells at the due time', rungs.toReversed(), false],
    ['of two hundred per cent', [{ tells: 'holder', when: 'share', amount: 200 }], false],
    [
      'with hours that do not grow',
      [
        { tells: 'head', when: 'after', amount: 8 },
        { tells: 'leader', when: 'after', amount: 4 },
      ],
      false,
    ],
  ])('%s is one: %s', (_, candidate, isOne) => {
    expect(isLadder(candidate)).toBe(isOne);
  });
});
