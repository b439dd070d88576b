import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLog } from '../log.ts';
import { refuse } from '../refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { openJobs, type JobQueue } from './jobs.ts';

const database = testDatabase('identity');
const done: unknown[] = [];
const jobs = [
  { name: 'test.note', run: async (payload: unknown) => void done.push(payload) },
  {
    name: 'test.break',
    retries: 0,
    run: () => Promise.reject(new Error('out of paper')),
  },
];
let queue: JobQueue;

beforeAll(async () => {
  queue = openJobs(database().url, openLog('silent'));
  await queue.open(jobs);
});
afterAll(() => queue.close());
beforeEach(() => void done.splice(0));

describe('a job', () => {
  test('is done once its transaction was kept', async () => {
    await database().transaction((tx) => queue.enqueue(tx, 'test.note', { no: 1 }));
    expect(await queue.drain()).toBe(1);
    expect(done).toEqual([{ no: 1 }]);
    expect(await queue.drain()).toBe(0);
  });

  test('of a transaction that was refused does not exist', async () => {
    await database().transaction(async (tx) => {
      await queue.enqueue(tx, 'test.note', { no: 2 });
      return refuse('test.no');
    });
    expect(await queue.drain()).toBe(0);
  });

  test('of a transaction that broke does not exist', async () => {
    const broken = database().transaction(async (tx) => {
      await queue.enqueue(tx, 'test.note', { no: 3 });
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await queue.drain()).toBe(0);
  });

  test('of several waiting under one key only the first stays; done, the key is free again', async () => {
    for (const no of [1, 2, 3])
      await database().transaction((tx) => queue.enqueue(tx, 'test.note', { no }, { key: 'one' }));
    await database().transaction((tx) =>
      queue.enqueue(tx, 'test.note', { no: 4 }, { key: 'other' }),
    );
    expect(await queue.drain()).toBe(2);
    expect(done).toEqual(expect.arrayContaining([{ no: 1 }, { no: 4 }]));
    await database().transaction((tx) => queue.enqueue(tx, 'test.note', { no: 5 }, { key: 'one' }));
    expect(await queue.drain()).toBe(1);
  });

  test('without keys are all done', async () => {
    for (const no of [1, 2, 3])
      await database().transaction((tx) => queue.enqueue(tx, 'test.note', { no }));
    await queue.drain();
    expect(done).toHaveLength(3);
    expect(done).toEqual(expect.arrayContaining([{ no: 1 }, { no: 2 }, { no: 3 }]));
  });

  test('that is to be done later waits', async () => {
    const after = new Date(Date.now() + 3_600_000);
    await database().transaction((tx) => queue.enqueue(tx, 'test.note', { no: 9 }, { after }));
    expect(await queue.drain()).toBe(0);
  });

  test('is taken up by a process that works, without being asked; one that fails stops no other', async () => {
    const worker = openJobs(database().url, openLog('silent'));
    await worker.open(jobs);
    await worker.work();
    await database().transaction(async (tx) => {
      await queue.enqueue(tx, 'test.break', {});
      await queue.enqueue(tx, 'test.note', { no: 7 });
    });
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([{ no: 7 }]);
    await worker.close();
  });
});
