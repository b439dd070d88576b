import { describe, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import { deploySketch, granted, minutes, startAt } from '../sketch/office.ts';
import { noon } from '../sketch/play.ts';
import { listOpenTasks } from '../tasks.ts';
import type { Moved } from './advance.ts';
import { broadcastSignal, broadcastThrownSignal } from './broadcast.ts';
import { completeTask } from './complete.ts';
import { correlateMessage } from './correlate.ts';
import { finishJob, postponeJob, takeJobs, takeSentMessages } from './jobs.ts';
import { resumeInstance, suspendInstance } from './suspend.ts';
import { deliverCrossedMessages, fireDueTimers } from './tick.ts';

const database = testDatabase('process');
const clerk = newId();

const guarded = `
  start S
  user Handle
  on Late host=Handle after=PT1H
  user Chase
  end E
  S -> Handle -> E
  Late -> Chase -> E`;

describe('a timer', () => {
  test('fires when it is due, not before, and once', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject } = await startAt(tx, await deploySketch(tx, guarded));
      expect((await fireDueTimers(tx, minutes(59))).moved).toEqual([]);
      const told: Moved[] = [];
      const follower = { moved: async (_tx: unknown, moved: Moved) => void told.push(moved) };
      const { moved } = await fireDueTimers(tx, minutes(60), follower);
      expect(moved).toMatchObject([{ subject, opened: [{ element: 'Chase' }] }]);
      expect(told).toEqual(moved);
      expect((await fireDueTimers(tx, minutes(99))).moved).toEqual([]);
    });
  });

  test('stands still while its case is suspended', async () => {
    await rolledBack(database(), async (tx) => {
      const { instanceId } = await startAt(tx, await deploySketch(tx, guarded));
      granted(await suspendInstance(tx, { instanceId, at: minutes(30), by: clerk }));
      expect((await fireDueTimers(tx, minutes(90))).moved).toEqual([]);
      granted(
        await resumeInstance(tx, {
          instanceId,
          at: minutes(90),
          by: clerk,
          shift: (_due, _from, to) => new Date(to.getTime() + 1_800_000),
        }),
      );
      expect((await fireDueTimers(tx, minutes(119))).moved).toEqual([]);
      expect((await fireDueTimers(tx, minutes(120))).moved).toHaveLength(1);
    });
  });

  test('that cannot go on rests and does not hold up the others', async () => {
    await rolledBack(database(), async (tx) => {
      const definition = await deploySketch(tx, guarded);
      const bad = await startAt(tx, definition);
      const good = await startAt(tx, definition);
      const follower = {
        moved: async (_tx: unknown, { subject }: Moved) => {
          if (subject === bad.subject) throw new Error('broken');
        },
      };
      const { moved, seen } = await fireDueTimers(tx, minutes(60), follower);
      expect(seen).toBe(2);
      expect(moved.map(({ subject }) => subject)).toEqual([good.subject]);
      expect((await fireDueTimers(tx, minutes(100))).moved).toEqual([]);
      expect((await fireDueTimers(tx, minutes(120))).moved.map(({ subject }) => subject)).toEqual([
        bad.subject,
      ]);
    });
  });
});

const asking = `
  start S
  user Ask
  catch Reply message=supplement into=answer
  user Read
  end E
  S -> Ask -> Reply -> Read -> E`;

describe('a message', () => {
  test('moves the case that waits for it; the same message again does nothing', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject, opened } = await startAt(tx, await deploySketch(tx, asking));
      granted(
        await completeTask(tx, { taskId: opened[0]!.taskId, outcome: 'done', by: clerk, at: noon }),
      );
      const message = {
        name: 'supplement',
        correlation: subject,
        messageId: newId(),
        body: { papers: 2 },
        at: noon,
      };
      expect(await correlateMessage(tx, message)).toMatchObject({
        outcome: 'delivered',
        moved: { opened: [{ element: 'Read' }] },
      });
      expect(await correlateMessage(tx, message)).toEqual({ outcome: 'repeated' });
      expect(await correlateMessage(tx, { ...message, messageId: newId() })).toEqual({
        outcome: 'kept',
      });
    });
  });

  test('that comes early is kept until the case waits for it', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject, opened } = await startAt(tx, await deploySketch(tx, asking));
      const message = {
        name: 'supplement',
        correlation: subject,
        messageId: newId(),
        body: null,
        at: noon,
      };
      expect(await correlateMessage(tx, message)).toEqual({ outcome: 'kept' });
      const moved = granted(
        await completeTask(tx, { taskId: opened[0]!.taskId, outcome: 'done', by: clerk, at: noon }),
      );
      expect(moved.opened).toMatchObject([{ element: 'Read' }]);
    });
  });

  test('that comes while the case is suspended is delivered after it', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject, opened, instanceId } = await startAt(tx, await deploySketch(tx, asking));
      granted(
        await completeTask(tx, { taskId: opened[0]!.taskId, outcome: 'done', by: clerk, at: noon }),
      );
      granted(await suspendInstance(tx, { instanceId, at: noon, by: clerk }));
      const message = {
        name: 'supplement',
        correlation: subject,
        messageId: newId(),
        body: null,
        at: noon,
      };
      expect(await correlateMessage(tx, message)).toEqual({ outcome: 'kept' });
      expect(await deliverCrossedMessages(tx, noon)).toEqual([]);
      granted(await resumeInstance(tx, { instanceId, at: noon, by: clerk, shift: (due) => due }));
      expect(await deliverCrossedMessages(tx, noon)).toMatchObject([
        { subject, opened: [{ element: 'Read' }] },
      ]);
    });
  });

  test('that a process sends is taken once', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject } = await startAt(
        tx,
        await deploySketch(tx, 'start S\nthrow Tell message=told\nend E\nS -> Tell -> E'),
      );
      expect(await takeSentMessages(tx, { at: noon, limit: 10 })).toMatchObject([
        { subject, name: 'told' },
      ]);
      expect(await takeSentMessages(tx, { at: noon, limit: 10 })).toEqual([]);
    });
  });
});

describe('a signal', () => {
  test('that a process throws reaches all that listen when it is passed on, and none later', async () => {
    await rolledBack(database(), async (tx) => {
      const listening = await deploySketch(
        tx,
        'start S\ncatch Storm signal=storm\nuser A\nend E\nS -> Storm -> A -> E',
      );
      const first = await startAt(tx, listening);
      const second = await startAt(tx, listening);
      await startAt(
        tx,
        await deploySketch(tx, 'start S\nthrow Storm signal=storm\nend E\nS -> Storm -> E'),
      );
      expect(await takeSentMessages(tx, { at: noon, limit: 10 })).toEqual([]);
      expect(await broadcastThrownSignal(tx, noon)).toBe(true);
      expect(await broadcastThrownSignal(tx, noon)).toBe(false);
      for (const { subject } of [first, second]) {
        expect(await listOpenTasks(tx, subject)).toMatchObject([{ element: 'A' }]);
      }
      const late = await startAt(tx, listening);
      expect(await listOpenTasks(tx, late.subject)).toEqual([]);
      expect(await broadcastSignal(tx, 'storm', noon)).toMatchObject([{ subject: late.subject }]);
    });
  });
});

const signing = `
  start S
  job Sign job=sign
  on Offline host=Sign error=offline
  user Repair
  user Deliver
  end E
  S -> Sign -> Deliver -> E
  Offline -> Repair -> E`;

describe('a job', () => {
  test('is taken by one worker for a while, and its end moves the case', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject } = await startAt(tx, await deploySketch(tx, signing), {
        vars: { channel: 'ONLINE' },
      });
      const wanted = { names: ['sign'], at: minutes(1), limit: 10 };
      expect(await takeJobs(tx, { ...wanted, names: ['other'] })).toEqual([]);
      const [job] = await takeJobs(tx, wanted);
      expect(job).toMatchObject({ name: 'sign', subject, tries: 1, vars: { channel: 'ONLINE' } });
      expect(await takeJobs(tx, { ...wanted, at: minutes(5) })).toEqual([]);
      expect(await takeJobs(tx, { ...wanted, at: minutes(6) })).toMatchObject([
        { jobId: job!.jobId, tries: 2 },
      ]);
      const end = { jobId: job!.jobId, vars: { signedBy: 'x' }, at: minutes(7) };
      expect(await finishJob(tx, end)).toMatchObject({ opened: [{ element: 'Deliver' }] });
      expect(await finishJob(tx, end)).toEqual({ refused: 'process.job-gone' });
    });
  });

  test('that fails hands its error to the model, and one that cannot be done now is put off', async () => {
    await rolledBack(database(), async (tx) => {
      await startAt(tx, await deploySketch(tx, signing));
      const [job] = await takeJobs(tx, { names: ['sign'], at: minutes(1), limit: 1 });
      granted(
        await postponeJob(tx, {
          jobId: job!.jobId,
          until: minutes(30),
          fault: 'Không kết nối được',
        }),
      );
      expect(await takeJobs(tx, { names: ['sign'], at: minutes(29), limit: 1 })).toEqual([]);
      expect(
        await finishJob(tx, { jobId: job!.jobId, error: 'offline', at: minutes(30) }),
      ).toMatchObject({ opened: [{ element: 'Repair' }] });
    });
  });

  test('may end while its case is suspended; what it opens is suspended too', async () => {
    await rolledBack(database(), async (tx) => {
      const { subject, instanceId } = await startAt(tx, await deploySketch(tx, signing));
      const [job] = await takeJobs(tx, { names: ['sign'], at: minutes(1), limit: 1 });
      granted(await suspendInstance(tx, { instanceId, at: minutes(2), by: clerk }));
      granted(await finishJob(tx, { jobId: job!.jobId, at: minutes(3) }));
      expect(await listOpenTasks(tx, subject)).toMatchObject([
        { element: 'Deliver', isSuspended: true },
      ]);
    });
  });
});
