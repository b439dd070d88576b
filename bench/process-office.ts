import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  completeTask,
  deployDefinition,
  type Moved,
  startProcess,
} from '#/modules/process/index.ts';
import { sketch } from '#/modules/process/sketch/sketch.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { type Database, migrate, openDatabase, readMigrations } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { testVault } from '../test/database/vault.ts';

/** How many officials work at once. */
const workers = 12;

/** The procedure that is measured: five steps of five people, with a way back and a refusal. */
const procedure = sketch(`
  start Start
  user Receive kind=receive role=TIEP_NHAN
  xor Accepted
  end EndRefused
  user Handle kind=handle role=TU_PHAP_HO_TICH
  user Approve kind=approve role=LANH_DAO_UBND
  xor Approved
  user Register kind=register role=VAN_THU
  user Deliver kind=deliver role=TRA_KET_QUA
  end End
  Start -> Receive -> Accepted
  Accepted -> Handle if outcome = "accept"
  Accepted -> EndRefused otherwise
  Handle -> Approve -> Approved
  Approved -> Register if outcome = "approve"
  Approved -> Handle otherwise
  Register -> Deliver -> End`);

/** The outcomes with which a case goes straight through. */
export const outcomes = ['accept', 'forward', 'approve', 'done', 'done'];

const at = new Date('2026-11-24T05:00:00Z');
const unit = newId();

/** A durable database of its own with the engine on it. */
export interface Office {
  readonly database: Database;
  readonly pool: pg.Pool;
  /** Starts a case, in a transaction of its own. */
  readonly begin: () => Promise<Moved>;
  /** Completes one step, in a transaction of its own. */
  readonly complete: (taskId: string, outcome: string) => Promise<Moved>;
}

/** Opens an office that works by a process, lets it be measured, and takes it away. */
export async function withOffice<T>(
  measure: (office: Office) => Promise<T>,
  xml: string = procedure,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-bench-'));
  const server = await startEmbedded({ dataDir, isDurable: true, tell: () => undefined });
  try {
    await migrate(server.url, readMigrations(join(import.meta.dirname, '../src'), ['process']));
    const database = openDatabase(server.url, workers, testVault());
    const pool = new pg.Pool({ connectionString: server.url, max: workers });
    pool.on('error', () => undefined); // the server may stop before the last idle connection has closed
    try {
      return await measure(await openOffice(database, pool, xml));
    } finally {
      await pool.end();
      await database.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function openOffice(database: Database, pool: pg.Pool, xml: string): Promise<Office> {
  const { definitionId } = await database.transaction((tx) =>
    deployDefinition(tx, { key: 'bench', xml, at }),
  );
  const start = { definitionId, unitOf: () => unit, vars: { channel: 'ONLINE' }, at };
  return {
    database,
    pool,
    begin: () => database.transaction((tx) => startProcess(tx, { ...start, subject: newId() })),
    async complete(taskId, outcome) {
      const moved = await database.transaction((tx) =>
        completeTask(tx, { taskId, outcome, by: unit, at }),
      );
      if (isRefusal(moved)) throw new Error(moved.refused);
      return moved;
    },
  };
}

/** Completes all steps of a case. */
export async function live(office: Office, started: Moved): Promise<void> {
  let [task] = started.opened;
  for (const outcome of outcomes) [task] = (await office.complete(task!.taskId, outcome)).opened;
}

export type Work = (index: number) => Promise<void>;

/** How often per second, when all officials work side by side; `from` is the index of the first piece of work. */
export async function rate(from: number, count: number, work: Work): Promise<number> {
  let next = from;
  const started = performance.now();
  const worker = async () => {
    while (next < from + count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return (count * 1000) / (performance.now() - started);
}
