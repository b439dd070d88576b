import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from './day.ts';
import {
  formatInstant,
  formatTime,
  instantAt,
  isoInstant,
  minuteOfDay,
  parseLocalInstant,
} from './instant.ts';

const at = new Date('2026-07-15T07:30:45Z');

it('shows an instant in Vietnamese time', () => {
  expect(formatInstant(at)).toBe('14 giờ 30, 15/07/2026');
  expect(formatInstant(at, 'en')).toBe('14:30, 15/07/2026');
  expect(formatTime(new Date('2026-07-15T01:05:00Z'))).toBe('8 giờ 05');
  expect(isoInstant(at)).toBe('2026-07-15T14:30:45+07:00');
});

it('reads a local date and time', () => {
  expect(parseLocalInstant('2026-07-15T14:30')?.toISOString()).toBe('2026-07-15T07:30:00.000Z');
  expect(parseLocalInstant('2026-02-30T14:30')).toBeUndefined();
  expect(parseLocalInstant('2026-07-15T24:00')).toBeUndefined();
  expect(parseLocalInstant('hôm nay')).toBeUndefined();
});

it('splits every whole minute into day and minute and joins it again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000_000, max: 60_000_000 }), (minutes) => {
      const instant = new Date(minutes * 60_000);
      expect(instantAt(dayOf(instant), minuteOfDay(instant))).toEqual(instant);
    }),
  );
});
