import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimedWait } from '#/modules/process/index.ts';
import { addDays, day, weekdayOf, type Day } from '#/values/day.ts';
import { dueAfterPauses, dueAt, type DeadlineUnit } from '#/values/deadline.ts';
import { closed } from '#/values/office-hours.ts';
import { text } from '#/values/text.ts';
import { workingCalendar, type WorkingCalendar } from '#/values/working-time.ts';
import { movesOf, type Clockwork, type Move, type Timed } from './moves.ts';

const first = day(2026, 7, 1);

/** Monday to Friday without some days. */
function calendarWithout(off: ReadonlySet<Day>): WorkingCalendar {
  const spans = [[420, 690] as const, [810, 1020] as const];
  return workingCalendar(first, day(2028, 6, 30), (on) =>
    weekdayOf(on) > 5 || off.has(on) ? closed : { spans, counts: true },
  );
}

const base = calendarWithout(new Set());
const anyDay = fc.integer({ min: 0, max: 90 }).map((n) => addDays(first, n));
const anyInstant = fc
  .integer({ min: 0, max: 20 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 6, 3) + minutes * 60_000));
const anyUnit = fc.constantFrom<DeadlineUnit>('WORKING_DAY', 'WORKING_HOUR', 'DAY', 'MONTH');
const anyAllowance = fc.record({ qty: fc.integer({ min: 1, max: 12 }), unit: anyUnit });
const longAgo = new Date(Date.UTC(2026, 6, 1));

const hour = 3_600_000;

function accepted(
  calendar: WorkingCalendar,
  from: Date,
  allowance: Timed['deadline'],
  pauseHours = 0,
): Clockwork {
  const pauses =
    pauseHours === 0
      ? []
      : [
          {
            from: new Date(from.getTime() + hour),
            to: new Date(from.getTime() + hour * (1 + pauseHours)),
          },
        ];
  const step: TimedWait = {
    instanceId: 'i',
    token: 1,
    subject: 'd',
    name: text('Thẩm tra', 'Examine'),
    timed: {
      element: 'handle',
      kind: 'handle',
      role: 'CHUYEN_VIEN',
      unitId: 'unit',
      hours: 20,
      hoursExtended: null,
      due: null,
    },
    openedAt: from,
    dueAt: dueAfterPauses(calendar, from, { qty: 20, unit: 'WORKING_HOUR' }, pauses),
  };
  return {
    dossier: {
      id: 'd',
      code: 'H13',
      versionId: 'v',
      unitId: 'unit',
      unitIds: ['unit'],
      variant: 'NORMAL',
      deadline: allowance,
      submittedAt: from,
      acceptDueAt: dueAt(calendar, from, { qty: 8, unit: 'WORKING_HOUR' }),
      acceptedAt: from,
      dueAt: dueAfterPauses(calendar, from, allowance, pauses),
      pausedAt: null,
      overdueAt: null,
      reappointedAt: null,
      endedAt: null,
    },
    pauses,
    request: null,
    waits: [step],
  };
}

function moved(clockwork: Clockwork, moves: readonly Move[]): Clockwork {
  const due = moves.find(({ what }) => what === 'due');
  const step = moves.find(({ what }) => what === 'step');
  return {
    ...clockwork,
    dossier: { ...clockwork.dossier, dueAt: due?.after ?? clockwork.dossier.dueAt },
    waits: clockwork.waits.map((wait) => ({ ...wait, dueAt: step?.after ?? wait.dueAt })),
  };
}

const turn = (before: WorkingCalendar, after: WorkingCalendar, at = longAgo) => ({
  before: () => before,
  after: () => after,
  at,
});

describe('a change of the calendar', () => {
  test('that takes a working day moves no deadline to an earlier time, and none to a time when the office is closed', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyDay, (from, allowance, off) => {
        const after = calendarWithout(new Set([off]));
        for (const move of movesOf(accepted(base, from, allowance), turn(base, after))) {
          expect(move.after.getTime()).toBeGreaterThan(move.before.getTime());
          // Closing time itself is the last moment in time.
          expect(
            after.isWorking(move.after) || after.isWorking(new Date(move.after.getTime() - 1)),
          ).toBe(true);
        }
      }),
    );
  });

  test('gives the deadlines that the new calendar would have given from the start', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyDay, fc.nat(100), (from, allowance, off, pause) => {
        const after = calendarWithout(new Set([off]));
        const followed = accepted(base, from, allowance, pause);
        const fresh = accepted(after, from, allowance, pause);
        const result = moved(followed, movesOf(followed, turn(base, after)));
        expect(result.dossier.dueAt).toEqual(fresh.dossier.dueAt);
        expect(result.waits).toEqual(fresh.waits);
      }),
    );
  });

  test('done twice moves nothing the second time, and taken back restores every deadline', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyDay, (from, allowance, off) => {
        const after = calendarWithout(new Set([off]));
        const before = accepted(base, from, allowance);
        const once = moved(before, movesOf(before, turn(base, after)));
        expect(movesOf(once, turn(base, after))).toEqual([]);
        expect(moved(once, movesOf(once, turn(after, base)))).toEqual(before);
      }),
    );
  });

  test('two changes in either order end at the same deadlines', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyDay, anyDay, (from, allowance, one, other) => {
        const both = calendarWithout(new Set([one, other]));
        const via = (off: Day) => {
          const start = accepted(base, from, allowance);
          const middle = calendarWithout(new Set([off]));
          const half = moved(start, movesOf(start, turn(base, middle)));
          return moved(half, movesOf(half, turn(middle, both)));
        };
        expect(via(one)).toEqual(via(other));
      }),
    );
  });

  test('leaves what was due before it as it was kept or missed', () => {
    const from = new Date('2026-07-13T02:00:00Z');
    const clockwork = accepted(base, from, { qty: 3, unit: 'WORKING_DAY' });
    const after = calendarWithout(new Set([day(2026, 7, 15)]));
    expect(movesOf(clockwork, turn(base, after, new Date('2026-07-20T02:00:00Z')))).toEqual([]);
  });

  test('never puts a deadline into the past', () => {
    const closedDay = calendarWithout(new Set([day(2026, 7, 15)]));
    const from = new Date('2026-07-13T02:00:00Z');
    const clockwork = accepted(closedDay, from, { qty: 3, unit: 'WORKING_DAY' });
    const at = new Date('2026-07-16T04:00:00Z');
    const moves = movesOf(clockwork, turn(closedDay, base, at));
    expect(
      moves.map(({ what }) => what),
      'due at nine of the 16th, which is past',
    ).toEqual([]);
  });

  test('moves the new date after an apology, not the day that was missed', () => {
    const from = new Date('2026-07-13T02:00:00Z');
    const late = new Date('2026-07-16T02:05:00Z');
    const { dossier, ...rest } = accepted(base, from, { qty: 3, unit: 'WORKING_DAY' });
    const reappointedAt = dueAt(base, late, dossier.deadline);
    const after = calendarWithout(new Set([day(2026, 7, 17)]));
    const moves = movesOf(
      { ...rest, waits: [], dossier: { ...dossier, overdueAt: late, reappointedAt } },
      turn(base, after, late),
    );
    expect(moves).toMatchObject([
      { what: 'reappointed', after: dueAt(after, late, dossier.deadline) },
    ]);
  });

  test('keeps a deadline that was once set otherwise at the working time that was left of it', () => {
    const from = new Date('2026-07-13T02:00:00Z');
    const at = new Date('2026-07-14T02:00:00Z');
    const { dossier, ...rest } = accepted(base, from, { qty: 3, unit: 'WORKING_DAY' });
    const set = new Date('2026-07-17T03:00:00Z');
    const after = calendarWithout(new Set([day(2026, 7, 15)]));
    const moves = movesOf(
      { ...rest, waits: [], dossier: { ...dossier, dueAt: set } },
      turn(base, after, at),
    );
    expect(moves).toMatchObject([{ what: 'due', after: new Date('2026-07-20T03:00:00Z') }]);
  });
});
