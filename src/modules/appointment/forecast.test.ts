import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastWait, leastMeasured } from './forecast.ts';

const tens = Array.from({ length: 20 }, () => 10);

test('nobody is told a time from too few measured, or while no desk works', () => {
  expect(forecastWait(3, 1, tens.slice(0, leastMeasured - 1))).toBeUndefined();
  expect(forecastWait(3, 0, tens)).toBeUndefined();
});

test('whoever has nobody before them is next, and with four before them waits about 45 minutes at one desk', () => {
  expect(forecastWait(0, 1, tens)).toEqual({ from: 0, to: 0, measured: 20 });
  expect(forecastWait(4, 1, tens)).toEqual({ from: 45, to: 45, measured: 20 });
  expect(forecastWait(4, 3, tens)).toEqual({ from: 15, to: 15, measured: 20 });
});

test('more people before one never shorten the wait, more desks never lengthen it', () => {
  const times = fc.array(fc.double({ min: 0, max: 120, noNaN: true }), {
    minLength: leastMeasured,
    maxLength: 60,
  });
  fc.assert(
    fc.property(times, fc.nat(50), fc.integer({ min: 1, max: 9 }), (minutes, ahead, desks) => {
      const here = forecastWait(ahead, desks, minutes)!;
      expect(here.from).toBeLessThanOrEqual(here.to);
      expect(forecastWait(ahead + 1, desks, minutes)!.to).toBeGreaterThanOrEqual(here.to);
      expect(forecastWait(ahead, desks + 1, minutes)!.to).toBeLessThanOrEqual(here.to);
    }),
  );
});
