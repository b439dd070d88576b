import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';
import { openLog } from '../log.ts';
import type { Database } from '../db/index.ts';
import { rateMeter } from './rate-meter.ts';

const database = testDatabase('identity');
const log = openLog('silent');
const noon = 1_800_000_000_000;

test('two nodes share a limit: what is sent to one counts at the other', async () => {
  const [one, other] = [0, 1].map(() => rateMeter(database(), log, () => noon));
  for (let no = 0; no < 100; no += 1) expect(one!('a', 100)).toBeUndefined();
  expect(one!('a', 100)).toBe(60);
  for (let no = 0; no < 10; no += 1) other!('a', 100);
  await expect.poll(() => other!('a', 100)).toBe(60);
  expect(other!('b', 100), 'somebody else').toBeUndefined();
});

test('the next minute begins anew', () => {
  let at = noon + 30_000;
  const take = rateMeter(database(), log, () => at);
  for (let no = 0; no < 5; no += 1) take('c', 5);
  expect(take('c', 5)).toBe(30);
  at += 30_000;
  expect(take('c', 5)).toBeUndefined();
});

test('who reads as people do causes no statement, and without database each node counts for itself', () => {
  let asked = 0;
  const away = {
    transaction: () => {
      asked += 1;
      return Promise.reject(new Error('away'));
    },
  } as unknown as Database;
  const take = rateMeter(away, log, () => noon);
  for (let no = 0; no < 59; no += 1) take('d', 600);
  expect(asked).toBe(0);
  for (let no = 0; no < 541; no += 1) take('d', 600);
  expect(take('d', 600)).toBe(60);
});
