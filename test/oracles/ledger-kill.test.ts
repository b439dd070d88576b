import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { append } from '#/modules/ledger/index.ts';
import { examineLedger } from '#/modules/ledger/monitor/inspect.ts';
import { openLog } from '#/modules/ledger/open-log.ts';
import { systemClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../database/fixture.ts';

const database = testDatabase('ledger');
const program = fileURLToPath(new URL('./sequencer-program.ts', import.meta.url));
const kills = Number(process.env['LEDGER_KILLS'] ?? 6);
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  const config = readConfig({});
  const keys = keysFrom(Buffer.alloc(32, 7));
  await database().transaction((tx) => openLog(tx, { config, keys, clock: systemClock }));
});

async function hire(): Promise<void> {
  const worker = fork(program, [database().url], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.add(worker);
  await once(worker, 'message');
}

async function kill(worker: ChildProcess): Promise<void> {
  workers.delete(worker);
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

test(
  `workers killed ${kills} times at any moment leave no gap, no twin, no second checkpoint`,
  { timeout: 600_000 },
  async () => {
    let [written, isOver] = [0, false];
    const checkpoints = new Map<number, string>();
    const writing = (async () => {
      while (!isOver) {
        await database().transaction(async (tx) => {
          for (let n = 0; n < 5; n += 1)
            await append(tx, {
              kind: 'act',
              subject: newId(),
              n: 1,
              at: new Date(),
              facts: { verb: 'x' },
              document: {},
            });
        });
        written += 5;
        await sleep(2);
      }
    })();
    await Promise.all([hire(), hire()]);
    for (let n = 0; n < kills; n += 1) {
      await sleep(200 + Math.random() * 1500);
      const all = [...workers];
      // Whom the log names as its leader is not told to us: both are hit in turn, sometimes both at once.
      await kill(all[n % all.length]!);
      if (n % 3 === 2) for (const worker of workers) await kill(worker);
      while (workers.size < 2) await hire();
      await note();
    }
    isOver = true;
    await writing;
    for (let left = 1; left > 0;) {
      await sleep(200);
      const { rows } = await database().transaction((tx) =>
        sql<{ left: number }>`select count(*) as left from ledger.pending`.execute(tx),
      );
      left = rows[0]!.left;
    }
    await Promise.all([...workers].map(kill));
    await note();
    const verdict = await database().transaction((tx) => examineLedger(tx, []));
    expect(verdict).toMatchObject({ count: 0, findings: [], leaves: written + 1 });
    expect(written).toBeGreaterThan(100);

    /** A checkpoint that was there once stays as it was. */
    async function note(): Promise<void> {
      const { rows } = await database().transaction((tx) =>
        sql<{ size: number; note: string }>`select size, note from ledger.checkpoint`.execute(tx),
      );
      for (const { size, note: text } of rows) {
        expect(checkpoints.get(size) ?? text).toBe(text);
        checkpoints.set(size, text);
      }
      expect(rows.length).toBe(checkpoints.size);
    }
  },
);
