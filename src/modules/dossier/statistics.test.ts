import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summary } from './statistics.ts';

const end = Date.UTC(2026, 6, 15, 3);
const waits = (hours: readonly number[]) =>
  hours.map((many, index) => ({
    submittedAt: new Date(end - index * 86_400_000 - many * 3_600_000),
    endedAt: new Date(end - index * 86_400_000),
  }));

describe('how long people really waited', () => {
  test('is not told before anybody has', () => {
    expect(summary([])).toBeNull();
  });

  test.each([
    [[5], 5, 5, 5],
    [[1, 3], 1, 3, 3],
    [[10, 1, 2, 9, 3, 8, 4, 7, 5, 6], 5, 8, 10],
    [Array.from({ length: 100 }, (_, index) => index + 1), 50, 80, 95],
  ])(
    'of %j hours: half within %d, four of five within %d, nearly all within %d',
    (hours, p50, p80, p95) => {
      expect(summary(waits(hours))).toMatchObject({
        counted: hours.length,
        hours: { p50, p80, p95 },
      });
    },
  );

  test('says since when it was counted: the day on which the oldest ended, in Vietnam', () => {
    expect(summary(waits([1, 2, 3]))?.since).toBe('2026-07-13');
  });

  test('is always a wait that somebody had, and never gets shorter for more people', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 300 }), (hours) => {
        const { p50, p80, p95 } = summary(waits(hours))!.hours;
        for (const figure of [p50, p80, p95]) expect(hours).toContain(Math.round(figure));
        expect(p50).toBeLessThanOrEqual(p80);
        expect(p80).toBeLessThanOrEqual(p95);
        expect(hours.filter((many) => many <= p80).length).toBeGreaterThanOrEqual(
          0.8 * hours.length,
        );
      }),
    );
  });
});
