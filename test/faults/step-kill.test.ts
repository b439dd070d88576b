import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deploySketch } from '#/modules/process/sketch/office.ts';
import { takeCensus } from '#/modules/process/store/census.ts';
import type { Tx } from '#/platform/db/index.ts';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { testDatabase } from '../database/fixture.ts';
import { busyOffice, permit } from './busy-office.ts';

const database = testDatabase('process');
const program = fileURLToPath(new URL('./office-program.ts', import.meta.url));

/** 200 is the long form. */
const kills = Number(process.env['CQS_KILLS'] ?? 12);

/** Steps that a program said it had completed, before it was killed. */
const acknowledged: string[] = [];

async function open(definitionId: string): Promise<ChildProcess> {
  const office = fork(program, [database().url, definitionId], {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(office, 'message');
  office.on('message', (taskId) => acknowledged.push(taskId as string));
  return office;
}

async function kill(office: ChildProcess): Promise<void> {
  office.kill('SIGKILL');
  await once(office, 'exit');
}

const inOwn = <T>(work: (tx: Tx) => Promise<T>) => database().transaction(work);

test(
  `of two offices on one database one is killed at any moment, ${kills} times: no step is lost and none is done twice`,
  async () => {
    const definitionId = await inOwn((tx) => deploySketch(tx, permit));
    const offices = [await open(definitionId), await open(definitionId)];
    for (let count = 0; count < kills; count += 1) {
      await pause(40 + ((count * 37) % 260));
      await kill(offices.shift()!);
      offices.push(await open(definitionId));
    }
    await Promise.all(offices.map(kill));
    await workOff(definitionId);
    const census = await inOwn(takeCensus);
    expect(census).toMatchObject({ open: 0, gaps: 0, doubled: 0, orphans: 0 });
    expect(census.instances).toBeGreaterThan(kills);
    expect(acknowledged.length).toBeGreaterThan(kills);
    expect(new Set(acknowledged).size, 'no step was completed for two people').toBe(
      acknowledged.length,
    );
    expect(await stepsOf(acknowledged)).toBe(acknowledged.length);
  },
  120_000 + kills * 5_000,
);

/** Ends every case that is open, as the next morning would. */
async function workOff(definitionId: string): Promise<void> {
  const office = busyOffice(database(), definitionId);
  for (let idle = 0; idle < 40;) {
    const found = await Promise.all([
      office.completeOne(() => undefined),
      office.completeOne(() => undefined),
      office.fireTimers(),
      office.answerOne(),
    ]);
    idle = found.includes(true) ? 0 : idle + 1;
    if (!found.includes(true)) await pause(100);
  }
}

/** How many steps of the history consumed these tasks. */
async function stepsOf(tasks: readonly string[]): Promise<number> {
  const { rows } = await inOwn((tx) =>
    sql<{ n: number }>`select count(*) as n from process.step
      where instance_id || '.' || token = any(${tasks}::text[]) and actor is not null`.execute(tx),
  );
  return rows[0]!.n;
}
