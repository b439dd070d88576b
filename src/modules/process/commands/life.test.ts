import { describe, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import { loadDefinition } from '../definition.ts';
import { deploySketch, granted, minutes, official, startAt, unit } from '../sketch/office.ts';
import { noon } from '../sketch/play.ts';
import { listPositions } from '../store/history.ts';
import { listOpenTasks } from '../tasks.ts';
import { cancelInstance } from './cancel.ts';
import { completeTask } from './complete.ts';
import { assignTask, claimTask, releaseTask } from './hold.ts';
import { jumpTo } from './jump.ts';
import { resumeInstance, suspendInstance } from './suspend.ts';

const database = testDatabase('process');

const birth = `
  start Start
  user Receive kind=receive role=TIEP_NHAN hours=8 state=RECEIVED
  xor Accepted
  end EndRefused
  user Handle kind=handle role=TU_PHAP_HO_TICH hours=16
  user Approve kind=approve role=LANH_DAO_UBND
  xor Approved
  user Deliver kind=deliver role=TRA_KET_QUA
  end End
  Start -> Receive -> Accepted
  Accepted -> Handle if outcome = "accept"
  Accepted -> EndRefused otherwise
  Handle -> Approve -> Approved
  Approved -> Deliver if outcome = "approve"
  Approved -> Handle otherwise
  Deliver -> End`;
const clerk = newId();
const other = newId();
const dueOf = ({ hours }: { hours: number | null }, at: Date) =>
  hours === null ? null : new Date(at.getTime() + hours * 3_600_000);

describe('a case', () => {
  test('goes from step to step until its end', async () => {
    await rolledBack(database(), async (tx) => {
      const definition = await deploySketch(tx, birth);
      const started = await startAt(tx, definition, { dueOf });
      expect(started.opened).toMatchObject([
        {
          element: 'Receive',
          kind: 'receive',
          role: 'TIEP_NHAN',
          unitId: unit,
          state: 'RECEIVED',
          outcomes: ['accept', 'refuse'],
          dueAt: minutes(8 * 60),
          assignee: null,
        },
      ]);
      expect(await listOpenTasks(tx, started.subject)).toEqual(started.opened);
      let { opened } = started;
      for (const outcome of ['accept', 'forward', 'return', 'forward', 'approve']) {
        const moved = granted(
          await completeTask(tx, {
            taskId: opened[0]!.taskId,
            outcome,
            by: clerk,
            at: minutes(5),
            dueOf,
          }),
        );
        expect(moved.ended).toBe(false);
        ({ opened } = moved);
      }
      expect(opened).toMatchObject([{ element: 'Deliver', dueAt: null }]);
      const last = await completeTask(tx, {
        taskId: opened[0]!.taskId,
        outcome: 'done',
        by: clerk,
        at: minutes(9),
      });
      expect(last).toMatchObject({ ended: true, endedAs: 'End', failed: false, opened: [] });
      expect(await listOpenTasks(tx, started.subject)).toEqual([]);
    });
  });

  test('ends as refused when the clerk refuses it', async () => {
    await rolledBack(database(), async (tx) => {
      const { opened } = await startAt(tx, await deploySketch(tx, birth));
      const moved = await completeTask(tx, {
        taskId: opened[0]!.taskId,
        outcome: 'refuse',
        by: clerk,
        at: noon,
      });
      expect(moved).toMatchObject({ ended: true, endedAs: 'EndRefused' });
    });
  });

  test('can have no step completed twice, none with a foreign outcome, none that never was', async () => {
    await rolledBack(database(), async (tx) => {
      const { opened, instanceId } = await startAt(tx, await deploySketch(tx, birth));
      const { taskId } = opened[0]!;
      const task = { taskId, by: clerk, at: noon };
      expect(await completeTask(tx, { ...task, outcome: 'approve' })).toEqual({
        refused: 'process.unknown-outcome',
        facts: { outcome: 'approve', allowed: 'accept, refuse' },
      });
      granted(await completeTask(tx, { ...task, outcome: 'accept' }));
      const gone = { refused: 'process.task-gone' };
      expect(await completeTask(tx, { ...task, outcome: 'accept' })).toEqual(gone);
      for (const strange of [
        '',
        'x',
        `${instanceId}.0`,
        `${instanceId}.99`,
        `${newId()}.1`,
        `${instanceId}.1;--`,
      ]) {
        expect(await completeTask(tx, { ...task, taskId: strange, outcome: 'accept' })).toEqual(
          gone,
        );
      }
    });
  });

  test('is drawn where it stands', async () => {
    await rolledBack(database(), async (tx) => {
      const definition = await deploySketch(tx, birth);
      const { opened, subject } = await startAt(tx, definition);
      granted(
        await completeTask(tx, {
          taskId: opened[0]!.taskId,
          outcome: 'accept',
          by: clerk,
          at: noon,
        }),
      );
      const compiled = await loadDefinition(tx, definition);
      const named = (numbers: readonly number[]) => numbers.map((no) => compiled.byNo.get(no)?.id);
      const [position] = await listPositions(tx, subject);
      expect(named(position!.active)).toEqual(['Handle']);
      expect(named(position!.done)).toEqual(['Start', 'Receive', 'Accepted']);
    });
  });
});

describe('a step', () => {
  test('is claimed by one; the next is told who has it', async () => {
    await rolledBack(database(), async (tx) => {
      const { opened } = await startAt(tx, await deploySketch(tx, birth));
      const { taskId } = opened[0]!;
      expect(await claimTask(tx, { taskId, by: clerk })).toMatchObject({ assignee: clerk });
      const taken = { refused: 'process.already-claimed', facts: { holder: clerk } };
      expect(await claimTask(tx, { taskId, by: other })).toEqual(taken);
      expect(await releaseTask(tx, { taskId, by: other })).toEqual(taken);
      expect(await completeTask(tx, { taskId, outcome: 'accept', by: other, at: noon })).toEqual(
        taken,
      );
      expect(await claimTask(tx, { taskId, by: clerk })).toMatchObject({ assignee: clerk });
      expect(await releaseTask(tx, { taskId, by: clerk })).toMatchObject({ assignee: null });
      expect(await assignTask(tx, { taskId, to: other })).toMatchObject({ assignee: other });
      granted(await completeTask(tx, { taskId, outcome: 'accept', by: other, at: noon }));
      expect(await claimTask(tx, { taskId, by: clerk })).toEqual({ refused: 'process.task-gone' });
    });
  });
});

describe('a suspended case', () => {
  test('moves nothing, and its due times move by as much as it stood', async () => {
    await rolledBack(database(), async (tx) => {
      const { opened, instanceId, subject } = await startAt(tx, await deploySketch(tx, birth), {
        dueOf,
      });
      const { taskId } = opened[0]!;
      granted(
        await suspendInstance(tx, {
          instanceId,
          at: minutes(60),
          by: clerk,
          reason: 'Chờ bổ sung',
        }),
      );
      expect(await suspendInstance(tx, { instanceId, at: minutes(61), by: clerk })).toEqual({
        refused: 'process.suspended',
      });
      expect(
        await completeTask(tx, { taskId, outcome: 'accept', by: clerk, at: minutes(70) }),
      ).toEqual({ refused: 'process.suspended' });
      expect(await listOpenTasks(tx, subject)).toMatchObject([{ isSuspended: true }]);
      const shift = (dueAt: Date, from: Date, to: Date) =>
        new Date(dueAt.getTime() + to.getTime() - from.getTime());
      granted(await resumeInstance(tx, { instanceId, at: minutes(160), by: clerk, shift }));
      expect(await listOpenTasks(tx, subject)).toMatchObject([
        { isSuspended: false, dueAt: minutes(8 * 60 + 100) },
      ]);
      expect(await resumeInstance(tx, { instanceId, at: noon, by: clerk, shift })).toEqual({
        refused: 'process.not-suspended',
      });
      granted(await completeTask(tx, { taskId, outcome: 'accept', by: clerk, at: minutes(170) }));
    });
  });
});

describe('an authority', () => {
  test('cancels a case, with a reason', async () => {
    await rolledBack(database(), async (tx) => {
      const { instanceId, subject, opened } = await startAt(tx, await deploySketch(tx, birth));
      const cancel = { instanceId, at: noon, by: clerk };
      expect(await cancelInstance(tx, { ...cancel, reason: ' ' })).toEqual({
        refused: 'process.no-reason',
      });
      expect(await cancelInstance(tx, { ...cancel, reason: 'Công dân rút hồ sơ' })).toMatchObject({
        ended: true,
        endedAs: null,
      });
      expect(await listOpenTasks(tx, subject)).toEqual([]);
      expect(await cancelInstance(tx, { ...cancel, reason: 'lần nữa' })).toEqual({
        refused: 'process.ended',
      });
      const { taskId } = opened[0]!;
      expect(await completeTask(tx, { taskId, outcome: 'accept', by: clerk, at: noon })).toEqual({
        refused: 'process.task-gone',
      });
    });
  });

  test('sends a case to another step, but never to where it could not end', async () => {
    await rolledBack(database(), async (tx) => {
      const { instanceId, opened } = await startAt(
        tx,
        await deploySketch(
          tx,
          `start S
          and Split
          user A
          user B
          and Join
          user C
          end E
          S -> Split -> A -> Join
          Split -> B -> Join
          Join -> C -> E`,
        ),
      );
      const jump = { instanceId, reason: 'Lãnh đạo chỉ đạo' };
      const leader = official(clerk, 'LANH_DAO_UBND');
      expect(await jumpTo(tx, official(clerk, 'CHUYEN_VIEN'), { ...jump, element: 'C' })).toEqual({
        refused: 'process.may-not-jump',
      });
      expect(await jumpTo(tx, leader, { ...jump, element: 'C', reason: '' })).toEqual({
        refused: 'process.no-reason',
      });
      expect(await jumpTo(tx, leader, { ...jump, element: 'Nowhere' })).toMatchObject({
        refused: 'process.no-such-step',
      });
      const leaving = [opened.find(({ element }) => element === 'A')!.taskId];
      expect(await jumpTo(tx, leader, { ...jump, element: 'A' })).toMatchObject({
        refused: 'process.jump-stuck',
      });
      expect(await jumpTo(tx, leader, { ...jump, element: 'B', leaving })).toMatchObject({
        refused: 'process.jump-stuck',
      });
      expect(await jumpTo(tx, leader, { ...jump, element: 'A', leaving })).toMatchObject({
        opened: [{ element: 'A' }],
      });
      const moved = granted(await jumpTo(tx, leader, { ...jump, element: 'C' }));
      expect(moved.opened).toMatchObject([{ element: 'C' }]);
    });
  });
});
