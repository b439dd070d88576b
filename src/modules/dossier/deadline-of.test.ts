import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf } from './deadline-of.ts';

const at = (time: string) => new Date(`2026-07-${time}+07:00`);
const law = { qty: 3, unit: 'WORKING_DAY' } as const;
const begun = {
  deadline: law,
  acceptDueAt: at('15T17:00'),
  dueAt: at('20T10:00'),
  pausedAt: null,
  endedAt: null,
};
const filed = { ...begun, dueAt: null };

describe('the deadline of a dossier as it stands', () => {
  test.each([
    ['time enough', begun, '16T08:00', 'calm', 'Hạn 10 giờ 00, 20/07/2026'],
    ['less than a day', begun, '19T10:01', 'soon', 'Hạn 10 giờ 00, 20/07/2026'],
    ['the very instant', begun, '20T10:00', 'soon', 'Hạn 10 giờ 00, 20/07/2026'],
    ['a moment later', begun, '20T10:01', 'late', 'Quá hạn 10 giờ 00, 20/07/2026'],
    ['not accepted yet', filed, '14T08:00', 'calm', 'Hạn 17 giờ 00, 15/07/2026'],
    ['acceptance is late', filed, '16T08:00', 'late', 'Quá hạn 17 giờ 00, 15/07/2026'],
    [
      'asked for more',
      { ...begun, pausedAt: at('16T08:00') },
      '30T08:00',
      'paused',
      'Đang tạm dừng tính hạn',
    ],
    ['ended in time', { ...begun, endedAt: at('20T10:00') }, '30T08:00', 'done', 'Xong đúng hạn'],
    ['ended late', { ...begun, endedAt: at('20T10:01') }, '30T08:00', 'late', 'Xong, trễ hạn'],
    [
      'refused at intake',
      { ...filed, endedAt: at('15T09:00') },
      '30T08:00',
      'done',
      'Xong đúng hạn',
    ],
    [
      'withdrawn while paused',
      { ...begun, pausedAt: at('16T08:00'), endedAt: at('17T08:00') },
      '30T08:00',
      'done',
      'Xong đúng hạn',
    ],
  ])('%s', (_, dossier, now, state, words) => {
    const view = deadlineOf(dossier, at(now));
    expect([view.state, view.words.vi]).toEqual([state, words]);
  });

  test('tells the rule that it follows', () => {
    expect(deadlineOf(begun, at('16T08:00')).reason.vi).toBe('Theo quy định: 03 ngày làm việc');
    expect(deadlineOf(filed, at('14T08:00')).reason.vi).toContain('8 giờ làm việc');
  });

  test('only gets more urgent as time goes by', () => {
    const urgency = ['calm', 'soon', 'late'];
    fc.assert(
      fc.property(fc.nat(14 * 24 * 60), fc.nat(14 * 24 * 60), (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((minutes) =>
          urgency.indexOf(
            deadlineOf(begun, new Date(at('10T00:00').getTime() + minutes * 60_000)).state,
          ),
        ) as [number, number];
        expect(early).toBeGreaterThanOrEqual(0);
        expect(late).toBeGreaterThanOrEqual(early);
      }),
    );
  });
});
