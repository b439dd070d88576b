import { expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import { ProcessFault } from './bpmn/fault.ts';
import { deployDefinition, loadDefinition } from './definition.ts';
import { completeTask } from './commands/complete.ts';
import { deploySketch, startAt, unit } from './sketch/office.ts';
import { noon } from './sketch/play.ts';
import { sketch } from './sketch/sketch.ts';
import { listOpenTasks } from './tasks.ts';

const database = testDatabase('process');

test('the same text is the same version, however often it is deployed', async () => {
  await rolledBack(database(), async (tx) => {
    const first = await deploySketch(tx, 'start S\nuser A\nend E\nS -> A -> E', 'key');
    expect(await deploySketch(tx, 'start S\nuser A\nend E\nS -> A -> E', 'key')).toBe(first);
    expect(await deploySketch(tx, 'start S\nuser A\nend E\nS -> A -> E', 'other')).not.toBe(first);
  });
});

test('an element keeps its number in a later version, and running cases keep theirs', async () => {
  await rolledBack(database(), async (tx) => {
    const old = await deploySketch(tx, 'start S\nuser A\nend E\nS -> A -> E', 'key');
    const { subject } = await startAt(tx, old);
    const next = await deploySketch(
      tx,
      'user New\nstart S\nuser A\nend E\nS -> New -> A -> E',
      'key',
    );
    const numberOf = async (definition: string, id: string) =>
      (await loadDefinition(tx, definition)).byId.get(id)?.no;
    for (const id of ['S', 'A', 'E'])
      expect(await numberOf(next, id)).toBe(await numberOf(old, id));
    expect(await numberOf(next, 'New')).toBe(3);
    expect(await listOpenTasks(tx, subject)).toMatchObject([{ element: 'A' }]);
  });
});

test('a model that can get stuck is not deployed', async () => {
  await rolledBack(database(), async (tx) => {
    const xml = sketch(`
      start S
      xor Way
      user A
      user B
      and Join
      end E
      S -> Way
      Way -> A if feeDue
      Way -> B otherwise
      A -> Join
      B -> Join -> E`);
    const error = await deployDefinition(tx, { key: newId(), xml, at: noon }).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(ProcessFault);
    expect((error as ProcessFault).faults[0]).toMatchObject({ element: 'Join' });
  });
});

test('a called process runs inside its caller, on the version that was the latest when the caller was deployed', async () => {
  await rolledBack(database(), async (tx) => {
    const caller = 'start S\ncall C key=child\nend E\nS -> C -> E';
    await deploySketch(tx, 'start S\nuser Old role=CA_XAC_MINH\nend E\nS -> Old -> E', 'child');
    const first = await deploySketch(tx, caller, 'caller');
    expect(await deploySketch(tx, caller, 'caller')).toBe(first);
    await deploySketch(tx, 'start S\nuser New\nend E\nS -> New -> E', 'child');
    const second = await deploySketch(tx, caller, 'caller');
    expect(second).not.toBe(first);
    expect((await startAt(tx, first)).opened).toMatchObject([
      { element: 'C/Old', role: 'CA_XAC_MINH', unitId: unit },
    ]);
    const { opened } = await startAt(tx, second);
    expect(opened).toMatchObject([{ element: 'C/New' }]);
    const done = await completeTask(tx, {
      taskId: opened[0]!.taskId,
      outcome: 'done',
      by: null,
      at: noon,
    });
    expect(done).toMatchObject({ ended: true, endedAs: 'E' });
  });
});
