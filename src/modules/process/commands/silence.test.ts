import { describe, expect, test } from 'vitest';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import { proveSound } from '../soundness/prove.ts';
import { deploySketch, granted, minutes, startAt } from '../sketch/office.ts';
import { compileSketch, noon, play } from '../sketch/play.ts';
import { listOpenTasks } from '../tasks.ts';
import type { Moved } from './advance.ts';
import { completeTask } from './complete.ts';
import { listTimedWaits, moveWait } from './reschedule.ts';
import { resumeInstance, suspendInstance } from './suspend.ts';
import { fireDueTimers } from './tick.ts';

const database = testDatabase('process');

const permit = `
  start S
  and Ask
  user Police kind=consult role=CA_XAC_MINH due="12 DAY" atDue=agree legalBasis=Luật
  user Army kind=consult role=QUAN_SU due="12 DAY" atDue=agree legalBasis=Luật
  and Asked
  user Review kind=review role=TRUONG_PHONG
  end E
  S -> Ask
  Ask -> Police -> Asked
  Ask -> Army -> Asked
  Asked -> Review -> E`;

const dueOf = ({ due }: { due: { qty: number } | null }, at: Date) =>
  due && new Date(at.getTime() + due.qty * 24 * 3_600_000);
const days = (count: number) => minutes(count * 24 * 60);

describe('a step whose silence the law decides', () => {
  test('waits for its answer and for its time; the answer takes the timer away', async () => {
    const game = await play(permit, {}, (node, at) => dueOf(node.step!, at));
    expect(game.waiting()).toEqual(['Army', 'Army', 'Police', 'Police']);
    game.complete('Police', 'object');
    expect(game.waiting()).toEqual(['Army', 'Army']);
    expect(game.state.vars['outcome']).toBe('object');
  });

  test('ends by itself with the outcome of the law, each leg at its own time', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject, opened } = await startAt(tx, await deploySketch(tx, permit), { dueOf });
      const police = opened.find(({ element }) => element === 'Police')!;
      expect(police).toMatchObject({ dueAt: days(12), atDue: 'agree', legalBasis: 'Luật' });
      granted(
        await completeTask(tx, { taskId: police.taskId, outcome: 'object', by: null, at: noon }),
      );
      const told: Moved[] = [];
      const moved = async (_: unknown, one: Moved) => void told.push(one);
      expect((await fireDueTimers(tx, days(11), { moved })).moved).toEqual([]);
      await fireDueTimers(tx, days(12), { moved });
      await fireDueTimers(tx, days(13), { moved });
      expect(told).toHaveLength(1);
      expect(told[0]!.silent).toMatchObject({
        element: 'Army',
        kind: 'consult',
        role: 'QUAN_SU',
        outcome: 'agree',
        legalBasis: 'Luật',
      });
      expect((await listOpenTasks(tx, subject)).map(({ element }) => element)).toEqual(['Review']);
    });
  });

  test('has no silence while its case stands still; the time that was left is left afterwards', async () => {
    await rolledBack(database(), async (tx) => {
      const { instanceId, subject } = await startAt(tx, await deploySketch(tx, permit), { dueOf });
      await suspendInstance(tx, { instanceId, at: days(10), by: null });
      expect((await fireDueTimers(tx, days(20))).moved).toEqual([]);
      const shift = (due: Date, from: Date, to: Date) =>
        new Date(due.getTime() + to.getTime() - from.getTime());
      await resumeInstance(tx, { instanceId, at: days(20), by: null, shift });
      expect((await listOpenTasks(tx, subject)).map((task) => task.dueAt)).toEqual([
        days(22),
        days(22),
      ]);
      expect((await fireDueTimers(tx, days(21))).moved).toEqual([]);
      expect((await fireDueTimers(tx, days(22))).moved).toHaveLength(2);
    });
  });

  test('takes its timer along when its time is moved', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject } = await startAt(tx, await deploySketch(tx, permit), { dueOf });
      const waits = await listTimedWaits(tx, [subject]);
      expect(waits).toMatchObject([
        { dueAt: days(12), timed: { element: 'Police', due: { qty: 12, unit: 'DAY' } } },
        { dueAt: days(12), timed: { element: 'Army' } },
      ]);
      for (const wait of waits) expect(await moveWait(tx, { ...wait, dueAt: days(15) })).toBe(true);
      expect((await fireDueTimers(tx, days(14))).moved).toEqual([]);
      expect((await fireDueTimers(tx, days(15))).moved).toHaveLength(2);
      expect(await moveWait(tx, { ...waits[0]!, dueAt: days(16) }), 'over').toBe(false);
    });
  });

  test('is proven together with its silence', async () => {
    expect(proveSound(await compileSketch(permit)).faults).toEqual([]);
  });

  test.each([
    ['due="12 WEEKS" atDue=agree legalBasis=Luật', 'a number and a unit'],
    ['due="12 DAY" atDue=done legalBasis=Luật', 'no outcome of this step'],
    ['atDue=agree legalBasis=Luật', 'needs a time'],
    ['due="12 DAY" atDue=agree', 'must name the law'],
  ])('with %s is not understood', async (facts, words) => {
    const lines = `start S\nuser A kind=consult ${facts}\nend E\nS -> A -> E`;
    await expect(compileSketch(lines)).rejects.toThrow(new RegExp(words));
  });
});
