import { expect, test } from 'vitest';
import { after, parseCycle, parseDuration } from './duration.ts';

test.each([
  ['P15D', '2026-11-24T05:00:00Z', '2026-12-09T05:00:00.000Z'],
  ['P1M', '2027-01-31T03:00:00Z', '2027-02-28T03:00:00.000Z'],
  ['P1Y', '2028-02-29T03:00:00Z', '2029-02-28T03:00:00.000Z'],
  ['P1M', '2027-01-30T18:00:00Z', '2027-02-27T18:00:00.000Z'],
  ['P2W', '2026-12-25T00:00:00Z', '2027-01-08T00:00:00.000Z'],
  ['PT36H30M', '2026-11-24T05:00:00Z', '2026-11-25T17:30:00.000Z'],
  ['P1DT1S', '2026-11-24T05:00:00Z', '2026-11-25T05:00:01.000Z'],
])('%s after %s is %s, by the calendar of Vietnam', (written, start, end) => {
  expect(after(new Date(start), parseDuration(written)!).toISOString()).toBe(end);
});

test.each(['', 'P', 'PT', 'P1DT', '15D', 'P1.5D', 'P-1D', 'P1D2M', 'p1d'])(
  '“%s” is no duration',
  (written) => {
    expect(parseDuration(written)).toBeUndefined();
  },
);

test('a cycle says how often, or goes on for ever', () => {
  expect(parseCycle('R3/PT10M')).toEqual({
    times: 3,
    every: { months: 0, days: 0, milliseconds: 600_000 },
  });
  expect(parseCycle('R/P1D')?.times).toBeNull();
  expect(parseCycle('R3/P0D')).toBeUndefined();
  expect(parseCycle('R3')).toBeUndefined();
});
