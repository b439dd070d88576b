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
import { type Database, migrate, openDatabase, readMigrations } from '#/platform/db/index.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import type { Figure } from './figure.ts';

/** How many cases, how many of them in one round, and how many workers at once. */
const cases = 2_000;
const round = 250;
const workers = 12;

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
const outcomes = ['accept', 'forward', 'approve', 'done', 'done'];
const at = new Date('2026-11-24T05:00:00Z');
const unit = newId();

/**
 * Starts and completed steps per second, each a durable transaction, against the very same statements sent by
 * prepared statements without an engine; and what an open case and a step cost on disk.
 */
export async function measure(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-bench-'));
  const server = await startEmbedded({ dataDir, isDurable: true, tell: () => undefined });
  try {
    installTape();
    await migrate(server.url, readMigrations(join(import.meta.dirname, '../src'), ['process']));
    const database = openDatabase(server.url, workers);
    const pool = new pg.Pool({ connectionString: server.url, max: workers });
    pool.on('error', () => undefined); // the server may stop before the last idle connection has closed
    try {
      return await measureOn(database, pool);
    } finally {
      await pool.end();
      await database.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureOn(database: Database, pool: pg.Pool): Promise<Figure[]> {
  const { definitionId } = await database.transaction((tx) =>
    deployDefinition(tx, { key: 'bench', xml: procedure, at }),
  );
  const begin = () =>
    database.transaction((tx) =>
      startProcess(tx, {
        definitionId,
        subject: newId(),
        unitOf: () => unit,
        vars: { channel: 'ONLINE' },
        at,
      }),
    );
  const life = await record(database, begin);
  const open: Moved[] = [];
  const raw: string[] = [];
  const starts = await compare(
    async () => void open.push(await begin()),
    async () => void raw.push(await replay(pool, life.start, life)),
  );
  const bytes = await sizes(pool);
  const completions = await compare(
    (index) => live(database, open[index]!),
    async (index) => {
      for (const step of life.steps) await replay(pool, step, life, raw[index]);
    },
  );
  const perStep = ((await sizes(pool)).step - bytes.step) / (2 * cases * outcomes.length);
  return [
    against('process.starts', starts, 1),
    against('process.completions', completions, outcomes.length),
    within('process.bytes-per-open-case', (bytes.instance + bytes.token) / (2 * cases), 1_000),
    within('process.bytes-per-step', perStep, 250),
  ];
}

interface Comparison {
  readonly rate: number;
  readonly reference: number;
  readonly ratio: number;
}

/** Both in turns, so that whatever else the machine does weighs on both; the median of the rounds. */
async function compare(work: Work, reference: Work): Promise<Comparison> {
  const found: Comparison[] = [];
  for (let from = 0; from < cases; from += round) {
    const theirs = await rate(from, reference);
    const ours = await rate(from, work);
    found.push({ rate: ours, reference: theirs, ratio: ours / theirs });
  }
  return found.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(found.length / 2)]!;
}

/** Completes all steps of one case. */
async function live(database: Database, started: Moved): Promise<void> {
  let [task] = started.opened;
  for (const outcome of outcomes) {
    const moved = await database.transaction((tx) =>
      completeTask(tx, { taskId: task!.taskId, outcome, by: unit, at }),
    );
    if (isRefusal(moved)) throw new Error(moved.refused);
    [task] = moved.opened;
  }
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one whole case sends to the database, transaction by transaction. */
interface Life {
  readonly instanceId: string;
  readonly subject: string;
  readonly start: readonly Statement[];
  readonly steps: readonly (readonly Statement[])[];
}

/** Where statements are written down while it is an array. */
let tape: Statement[] | undefined;

/** Lets connections that are opened from now on write down what they send, when asked to. */
function installTape(): void {
  const send = Reflect.get(pg.Client.prototype, 'query') as (...all: unknown[]) => unknown;
  pg.Client.prototype.query = function taped(this: pg.Client, ...args: unknown[]) {
    const [first, values] = args as [string | Statement, unknown[]?];
    tape?.push(
      typeof first === 'string'
        ? { text: first, values: values ?? [] }
        : { text: first.text, values: first.values ?? [] },
    );
    return send.apply(this, args);
  } as typeof pg.Client.prototype.query;
}

/** Lives one case and writes down every statement. */
async function record(database: Database, begin: () => Promise<Moved>): Promise<Life> {
  await live(database, await begin());
  tape = [];
  const started = await begin();
  await live(database, started);
  const transactions: Statement[][] = [];
  for (const statement of tape) {
    if (/^(begin|start transaction)/i.test(statement.text)) transactions.push([]);
    transactions.at(-1)!.push(statement);
  }
  tape = undefined;
  const [start, ...steps] = transactions;
  return { instanceId: started.instanceId, subject: started.subject, start: start!, steps };
}

/** Sends a recorded transaction again, for another case. */
async function replay(
  pool: pg.Pool,
  statements: readonly Statement[],
  life: Life,
  instanceId: string = newId(),
): Promise<string> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) {
      const own = values.map((value) =>
        value === life.instanceId ? instanceId : value === life.subject ? instanceId : value,
      );
      await client.query(own.length > 0 ? { name: nameOf(text), text, values: own } : text);
    }
  } finally {
    client.release();
  }
  return instanceId;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

type Work = (index: number) => Promise<void>;

/** How often per second in one round, when `workers` work side by side. */
async function rate(from: number, work: Work): Promise<number> {
  let next = from;
  const started = performance.now();
  const worker = async () => {
    while (next < from + round) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return (round * 1000) / (performance.now() - started);
}

async function sizes(pool: pg.Pool): Promise<{ instance: number; token: number; step: number }> {
  const { rows } = await pool.query<{ instance: string; token: string; step: string }>(`
    select pg_total_relation_size('process.instance') as instance, pg_total_relation_size('process.token') as token,
      pg_total_relation_size('process.step') as step`);
  const [row] = rows;
  return { instance: Number(row!.instance), token: Number(row!.token), step: Number(row!.step) };
}

function against(
  name: string,
  { rate: value, reference, ratio }: Comparison,
  each: number,
): Figure {
  return {
    name,
    value: value * each,
    unit: '/s',
    reference: `the same SQL by prepared statements, ${(reference * each).toFixed(0)} /s`,
    ratio,
    goal: '≥ 0.5',
    holds: ratio >= 0.5,
  };
}

function within(name: string, value: number, limit: number): Figure {
  return {
    name,
    value,
    unit: 'B',
    reference: `limit of ${limit} B with indexes`,
    ratio: value / limit,
    goal: '≤ 1',
    holds: value <= limit,
  };
}
