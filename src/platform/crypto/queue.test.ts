import { expect, test } from 'vitest';
import { queue } from './queue.ts';

test('no more than allowed work at once, first come first served, past work that fails', async () => {
  const turns = queue({ atOnce: 2, places: 1 });
  let [working, most] = [0, 0];
  const done: number[] = [];
  const tasks = Array.from({ length: 9 }, (_, no) =>
    turns.run(async () => {
      most = Math.max(most, (working += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      working -= 1;
      done.push(no);
      if (no % 3 === 0) throw new Error('failed');
    }),
  );
  const outcomes = await Promise.allSettled(tasks);
  expect(most).toBe(2);
  expect(done).toHaveLength(9);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  expect(await turns.run(async () => 'goes on')).toBe('goes on');
});

test('places run out, and come back once when somebody leaves, however often they say so', () => {
  const door = queue({ atOnce: 1, places: 2 });
  const [first, second] = [door.enter(), door.enter()];
  expect(first && second).toBeDefined();
  expect(door.enter()).toBeUndefined();
  first!.leave();
  first!.leave();
  expect(door.enter()).toBeDefined();
  expect(door.enter()).toBeUndefined();
});
