import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { isId, newId } from './id.ts';

afterEach(() => void vi.useRealTimers());

test('ids made in the same millisecond come in the order in which they were made, and none twice', () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
});

test('whatever the clock does, forwards and backwards, later ids stay behind earlier ones', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const leaps = fc.array(fc.record({ leap: fc.integer({ min: -5, max: 5 }), ids: fc.nat(3_000) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(leaps, (course) => {
      let last = newId();
      for (const { leap, ids } of course) {
        vi.setSystemTime(Date.now() + leap);
        for (let i = 0; i < ids; i += 1) {
          const next = newId();
          if (next <= last) return false;
          last = next;
        }
      }
      return true;
    }),
    { numRuns: 30 },
  );
});

test('an id is a UUID of version 7 that tells its millisecond', () => {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  const id = newId();
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.now());
  expect(id).toMatch(/^.{14}7.{4}[89ab]/);
});
