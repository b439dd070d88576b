import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { append } from '#/modules/ledger/index.ts';
import { openLog } from '#/modules/ledger/open-log.ts';
import { inspectLedger } from '#/modules/ledger/monitor/inspect.ts';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { systemClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { type Database, migrate, openDatabase, readMigrations } from '#/platform/db/index.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { openLog as openLogFile } from '#/platform/log.ts';
import { newId } from '#/values/id.ts';
import { testVault } from '../test/database/vault.ts';
import type { Figure } from './figure.ts';

/** How long one round of one measure lasts, how many there are of each, and how many write at once. */
const roundMs = 2_500;
const rounds = 8;
const writers = 32;

const modules = ['identity', 'agency', 'ledger'] as const;

/**
 * Durable acts per second with the ledger and its sequencer in the same process, against the same rows without it;
 * how long an act waits for its place; and how fast the monitor computes everything again.
 */
export async function measure(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-bench-'));
  const server = await startEmbedded({ dataDir, isDurable: true, tell: () => undefined });
  try {
    await migrate(server.url, readMigrations(join(import.meta.dirname, '../src'), modules));
    const database = openDatabase(server.url, writers + 4, testVault());
    try {
      return await measureOn(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureOn(database: Database): Promise<Figure[]> {
  const keys = keysFrom(Buffer.alloc(32, 1));
  const services = { database, clock: systemClock, keys, log: openLogFile('error') };
  await database.transaction(async (tx) => {
    await sql`create table public.act (dossier uuid, seq int, verb text, at timestamptz, facts jsonb, primary key (dossier, seq))`.execute(
      tx,
    );
    await openLog(tx, { ...services, config: readConfig({}) });
  });
  const council = createCouncil(services, 'quorum none');
  const running = createSequencer(services, council).start();
  await settled(database);
  const found = [];
  // In turns, so that whatever else the machine does weighs on both.
  for (let n = 0; n < rounds; n += 1) {
    const without = await rate(() => writeAct(database, false));
    const withLedger = await rate(
      () => writeAct(database, true),
      () => settled(database),
    );
    found.push({ without, withLedger, ratio: withLedger / without });
  }
  const median = found.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)]!;
  const waits = await inclusionTimes(database);
  await running.stop();
  const began = performance.now();
  const { leaves, count } = await inspectLedger(services, []);
  const perSecond = (leaves * 1000) / (performance.now() - began);
  if (count > 0) throw new Error('the ledger of the bench does not fit');
  return [
    {
      name: 'ledger.acts',
      value: median.withLedger,
      unit: '/s',
      reference: `the same acts without ledger, ${median.without.toFixed(0)} /s`,
      ratio: median.ratio,
      goal: '≥ 0.6',
      holds: median.ratio >= 0.6,
    },
    {
      name: 'ledger.inclusion-p99',
      value: waits,
      unit: 'ms',
      reference: 'limit of 1,000 ms, one act after another',
      ratio: waits / 1000,
      goal: '≤ 1',
      holds: waits <= 1000,
    },
    {
      name: 'ledger.recomputed',
      value: perSecond,
      unit: 'leaves/s',
      reference: 'goal of 50,000 leaves/s',
      ratio: perSecond / 50_000,
      goal: '≥ 1',
      holds: perSecond >= 50_000,
    },
  ];
}

/** One durable act: a row as dossiers keep them, and with the ledger its leaf. */
async function writeAct(database: Database, isLogged: boolean): Promise<void> {
  const subject = newId();
  const at = new Date();
  const facts = { channel: 'ONLINE', papers: [{ code: 'GCS', pages: 2 }] };
  await database.transaction(async (tx) => {
    await sql`/* prepared */ insert into public.act values (${subject}, 1, 'submit', ${at}, ${JSON.stringify(facts)})`.execute(
      tx,
    );
    if (!isLogged) return;
    await append(tx, {
      kind: 'act',
      subject,
      n: 1,
      at,
      facts: {
        procedure: 'dang-ky-khai-sinh',
        verb: 'submit',
        state: 'SUBMITTED',
        unit: 'mot-cua',
      },
      document: { dossier: subject, seq: 1, verb: 'submit', at, facts },
    });
  });
}

/** Acts per second; what comes after the last one counts, too. */
async function rate(work: () => Promise<void>, after?: () => Promise<void>): Promise<number> {
  let done = 0;
  const started = performance.now();
  const writer = async () => {
    for (; performance.now() - started < roundMs;) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  await after?.();
  return (done * 1000) / (performance.now() - started);
}

/** Waits until nothing waits for its place. */
async function settled(database: Database): Promise<void> {
  for (;;) {
    const isDone = await database.transaction(async (tx) => {
      const { rows } = await sql<{ done: boolean }>`
        select not exists (select from ledger.pending) and exists (select from ledger.checkpoint) as done`.execute(
        tx,
      );
      return rows[0]!.done;
    });
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Milliseconds from the commit of an act to a signed, published checkpoint that covers it; the 99th of a hundred. */
async function inclusionTimes(database: Database): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    await writeAct(database, true);
    const committed = performance.now();
    for (let isShown = false; !isShown;) {
      isShown = await database.transaction(async (tx) => {
        const { rows } = await sql<{ shown: boolean }>`
          select not exists (select from ledger.pending)
             and (select published_at is not null from ledger.checkpoint order by size desc limit 1) as shown`.execute(
          tx,
        );
        return rows[0]!.shown;
      });
      if (!isShown) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    times.push(performance.now() - committed);
  }
  return times.toSorted((a, b) => a - b)[98]!;
}
