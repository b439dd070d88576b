import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop, WorkshopClosed, WorkshopLost, WorkshopTimeout } from './index.ts';

interface Trial {
  readonly act: 'double' | 'hang' | 'die' | 'fail' | 'home' | 'signal';
  readonly n?: number;
}

const options = {
  program: join(import.meta.dirname, 'trial-program.ts'),
  places: 2,
  limitMs: 3_000,
  maxResidentBytes: 300 * 1024 * 1024,
  environment: { HOME: '/nowhere' },
};
const workshop = openWorkshop<Trial, unknown>(options);
afterAll(() => workshop.close());

test('many orders are all done, each with its own result', async () => {
  const orders = Array.from({ length: 20 }, (_, n) => workshop.work({ act: 'double', n }));
  expect(await Promise.all(orders)).toEqual(Array.from({ length: 20 }, (_, n) => n * 2));
});

test('an order that hangs is ended in time, and the place works on', async () => {
  await expect(workshop.work({ act: 'hang' })).rejects.toThrow(WorkshopTimeout);
  expect(await workshop.work({ act: 'double', n: 4 })).toBe(8);
});

test('a process that dies takes only its own order with it', async () => {
  const [dead, alive] = await Promise.allSettled([
    workshop.work({ act: 'die' }),
    workshop.work({ act: 'double', n: 1 }),
  ]);
  expect(dead).toMatchObject({ status: 'rejected', reason: expect.any(WorkshopLost) as unknown });
  expect(alive).toEqual({ status: 'fulfilled', value: 2 });
  expect(await workshop.work({ act: 'double', n: 5 })).toBe(10);
});

test('a bug in the program is told with its place, and the process goes on', async () => {
  await expect(workshop.work({ act: 'fail' })).rejects.toThrow(/a bug[^]*trial-program\.ts/);
});

test('the processes live in the environment that they are given, not in ours', async () => {
  expect(await workshop.work({ act: 'home' })).toBe('/nowhere');
});

test('a signal that is meant for the whole program does not cut off an order', async () => {
  expect(await workshop.work({ act: 'signal', n: 6 })).toBe(12);
});

test('closing is told apart from a crash, to orders in work, in line and later', async () => {
  const closing = openWorkshop<Trial, unknown>({ ...options, places: 1 });
  await closing.work({ act: 'double' });
  const orders = [closing.work({ act: 'hang' }), closing.work({ act: 'double' })];
  setTimeout(() => closing.close(), 50);
  for (const outcome of await Promise.allSettled([
    ...orders,
    orders[0]!.catch(() => closing.work({ act: 'double' })),
  ]))
    expect(outcome).toMatchObject({ reason: expect.any(WorkshopClosed) as unknown });
});
