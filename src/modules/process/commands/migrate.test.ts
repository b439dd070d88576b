import { expect, test } from 'vitest';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import { deploySketch, granted, minutes, official, startAt, unit } from '../sketch/office.ts';
import { listPositions } from '../store/history.ts';
import { takeCensus } from '../store/census.ts';
import { listOpenTasks } from '../tasks.ts';
import { completeTask } from './complete.ts';
import { migrateInstance } from './migrate.ts';

const database = testDatabase('process');
const leader = official(newId(), 'LANH_DAO_UBND');
const elsewhere = newId();

const first = `
  start S
  user Receive role=TIEP_NHAN
  user Handle role=CHUYEN_VIEN
  end E
  S -> Receive -> Handle -> E`;
const second = `
  start S
  user Receive role=TIEP_NHAN
  user Examine role=TRUONG_PHONG
  user Sign role=LANH_DAO_UBND
  end E
  S -> Receive -> Examine -> Sign -> E`;
const side = `
  start S
  and Split
  user A
  user B
  and Join
  end E
  S -> Split -> A -> Join
  Split -> B -> Join
  Join -> E`;
const sideWithout = `
  start S
  and Split
  user A
  user C
  and Join
  end E
  S -> Split -> A -> Join
  Split -> C -> Join
  Join -> E`;

/** A case of one version, and another version of the same process. */
async function between(tx: Tx, was: string, is: string) {
  const key = newId();
  const from = await deploySketch(tx, was, key);
  const to = await deploySketch(tx, is, key);
  const started = await startAt(tx, from);
  const move = {
    instanceId: started.instanceId,
    definitionId: to,
    unitOf: (role: string) => (role === 'TRUONG_PHONG' ? elsewhere : unit),
    reason: 'Quy trình mới có hiệu lực',
  };
  const complete = async (element: string) => {
    const task = (await listOpenTasks(tx, started.subject)).find((one) => one.element === element)!;
    return granted(
      await completeTask(tx, { taskId: task.taskId, outcome: 'done', by: null, at: minutes(1) }),
    );
  };
  return { started, move, complete, from, to };
}

test('a case that waits for the same in the new version goes on there', async () => {
  await rolledBack(database(), async (tx) => {
    const { started, move, complete, from, to } = await between(tx, first, second);
    expect(await migrateInstance(tx, leader, move)).toEqual({ from, to });
    const { opened } = await complete('Receive');
    expect(opened).toMatchObject([{ element: 'Examine', role: 'TRUONG_PHONG', unitId: elsewhere }]);
    expect(await listPositions(tx, started.subject)).toMatchObject([{ definitionId: to }]);
    await complete('Examine');
    expect(await complete('Sign')).toMatchObject({ ended: true, endedAs: 'E' });
    expect(await takeCensus(tx)).toMatchObject({ gaps: 0, doubled: 0, orphans: 0 });
  });
});

test('a step that is called otherwise there is named in the map; its work changes hands', async () => {
  await rolledBack(database(), async (tx) => {
    const { started, move, complete } = await between(tx, first, second);
    await complete('Receive');
    expect(await migrateInstance(tx, leader, move)).toMatchObject({
      refused: 'process.cannot-move',
      facts: { element: 'Handle' },
    });
    const map = { Handle: 'Examine' };
    granted(await migrateInstance(tx, leader, { ...move, map }));
    expect(await listOpenTasks(tx, started.subject)).toMatchObject([
      { element: 'Examine', role: 'TRUONG_PHONG', unitId: elsewhere },
    ]);
    expect((await complete('Examine')).opened).toMatchObject([{ element: 'Sign' }]);
  });
});

test('of ways side by side a join remembers which have come: moved only where they are the same', async () => {
  await rolledBack(database(), async (tx) => {
    const { move, complete } = await between(tx, side, sideWithout);
    await complete('B');
    expect(await migrateInstance(tx, leader, move)).toMatchObject({
      refused: 'process.cannot-move',
      facts: { element: 'Join' },
    });
    granted(await migrateInstance(tx, leader, { ...move, map: { B: 'C' } }));
    expect(await complete('A')).toMatchObject({ ended: true });
  });
});

test('a case that could not end there stays; so it does without a reason, a right, or a common process', async () => {
  await rolledBack(database(), async (tx) => {
    const { move } = await between(tx, side, sideWithout);
    const both = { A: 'A', B: 'A' };
    expect(await migrateInstance(tx, leader, { ...move, map: both })).toEqual({
      refused: 'process.move-stuck',
    });
    expect(await migrateInstance(tx, leader, { ...move, reason: ' ' })).toEqual({
      refused: 'process.no-reason',
    });
    expect(await migrateInstance(tx, official(newId(), 'CHUYEN_VIEN'), move)).toEqual({
      refused: 'process.may-not-jump',
    });
    const definitionId = await deploySketch(tx, first);
    expect(await migrateInstance(tx, leader, { ...move, definitionId })).toEqual({
      refused: 'process.other-process',
    });
  });
});
