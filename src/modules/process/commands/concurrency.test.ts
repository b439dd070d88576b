import { expect, test } from 'vitest';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { deploySketch, minutes, startAt } from '../sketch/office.ts';
import { noon } from '../sketch/play.ts';
import { takeCensus } from '../store/census.ts';
import { listOpenTasks } from '../tasks.ts';
import { completeTask } from './complete.ts';
import { correlateMessage } from './correlate.ts';
import { claimTask } from './hold.ts';
import { deliverCrossedMessages, fireDueTimers } from './tick.ts';

const database = testDatabase('process');

const permit = `
  start S
  user Receive
  and Split
  user Appraise
  on Warn host=Traffic after=PT1H beside
  user Hurry
  end Warned
  user Fire
  user Traffic
  and Join
  first Wait
  catch Reply message=reply
  catch Late after=P400D
  xor Meet
  user Approve
  end E
  S -> Receive -> Split -> Appraise -> Join
  Warn -> Hurry -> Warned
  Split -> Fire -> Join
  Split -> Traffic -> Join
  Join -> Wait
  Wait -> Reply -> Meet
  Wait -> Late -> Meet
  Meet -> Approve -> E`;

const inOwn = <T>(work: (tx: Tx) => Promise<T>) => database().transaction(work);

test('of two officials who complete one step at once, exactly one succeeds and the other is told', async () => {
  const definition = await inOwn((tx) => deploySketch(tx, permit));
  for (let round = 0; round < 25; round += 1) {
    const { opened } = await inOwn((tx) => startAt(tx, definition));
    const { taskId } = opened[0]!;
    const complete = () =>
      inOwn((tx) => completeTask(tx, { taskId, outcome: 'done', by: newId(), at: noon }));
    const outcomes = await Promise.all([complete(), complete()]);
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'process.task-gone' }]);
  }
});

test('of two officials who claim one step at once, exactly one gets it', async () => {
  const definition = await inOwn((tx) => deploySketch(tx, permit));
  for (let round = 0; round < 10; round += 1) {
    const { opened } = await inOwn((tx) => startAt(tx, definition));
    const { taskId } = opened[0]!;
    const claim = (by: string) => inOwn((tx) => claimTask(tx, { taskId, by }));
    const outcomes = await Promise.all([claim(newId()), claim(newId())]);
    expect(outcomes.filter(isRefusal)).toHaveLength(1);
  }
});

/** Completes what it finds, together with all others that do the same, until nothing is found for a while. */
async function work(
  subjects: readonly string[],
  counter: { done: number; gone: number },
): Promise<void> {
  for (let idle = 0; idle < 3;) {
    let found = false;
    for (const subject of subjects) {
      const tasks = await inOwn((tx) => listOpenTasks(tx, subject));
      for (const { taskId } of tasks) {
        found = true;
        const outcome = await inOwn((tx) =>
          completeTask(tx, { taskId, outcome: 'done', by: null, at: minutes(90) }),
        );
        if (isRefusal(outcome)) counter.gone += 1;
        else counter.done += 1;
      }
    }
    idle = found ? 0 : idle + 1;
  }
}

test('200 cases under parallel officials, timers and messages: no step is lost and none is done twice', async () => {
  const definition = await inOwn((tx) => deploySketch(tx, permit));
  const subjects: string[] = [];
  for (let count = 0; count < 200; count += 1) {
    subjects.push((await inOwn((tx) => startAt(tx, definition))).subject);
  }
  const counter = { done: 0, gone: 0 };
  let isOver = false;
  const timers = async () => {
    let fired = 0;
    while (!isOver) {
      const { moved } = await inOwn((tx) => fireDueTimers(tx, minutes(1_000), {}, 20));
      fired += moved.filter(({ subject }) => subjects.includes(subject)).length;
      await inOwn(async (tx) => void (await deliverCrossedMessages(tx, minutes(90))));
    }
    return fired;
  };
  const messages = async () => {
    for (const subject of subjects) {
      const message = {
        name: 'reply',
        correlation: subject,
        messageId: newId(),
        body: null,
        at: minutes(80),
      };
      await inOwn(async (tx) => void (await correlateMessage(tx, message)));
    }
  };
  const ticking = [timers(), timers()];
  const shuffled = (seed: number) =>
    subjects.toSorted((a, b) => a.charCodeAt(seed) - b.charCodeAt(seed) || 1);
  await Promise.all([messages(), ...[24, 25, 26, 27].map((seed) => work(shuffled(seed), counter))]);
  isOver = true;
  const fired = (await Promise.all(ticking)).reduce((sum, count) => sum + count, 0);
  const census = await inOwn(takeCensus);
  expect(census).toMatchObject({ gaps: 0, doubled: 0, orphans: 0 });
  const left = await inOwn(async (tx) =>
    (await Promise.all(subjects.map((subject) => listOpenTasks(tx, subject)))).flat(),
  );
  expect(left).toEqual([]);
  expect(fired).toBeGreaterThan(0);
  expect(counter.gone).toBeGreaterThan(0);
  // Every case takes five steps of persons, and one more for each warning that came before its step was done.
  expect(counter.done).toBe(200 * 5 + fired);
}, 120_000);
