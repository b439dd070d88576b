import pg from 'pg';
import type { Moved } from '#/modules/process/index.ts';
import { newId } from '#/values/id.ts';
import type { Figure } from './figure.ts';
import { live, outcomes, rate, withOffice, type Office, type Work } from './process-office.ts';

/** How many cases, and how many of them in one round. */
const cases = 2_000;
const round = 250;

/**
 * Starts and completed steps per second, each a durable transaction, against the very same statements sent by
 * prepared statements without an engine; and what an open case and a step cost on disk.
 */
export function measure(): Promise<Figure[]> {
  installTape();
  return withOffice(measureIn);
}

async function measureIn(office: Office): Promise<Figure[]> {
  const { pool } = office;
  const life = await record(office);
  const open: Moved[] = [];
  const raw: string[] = [];
  const starts = await compare(
    async () => void open.push(await office.begin()),
    async () => void raw.push(await replay(pool, life.start, life)),
  );
  const bytes = await sizes(pool);
  const completions = await compare(
    (index) => live(office, open[index]!),
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
    const theirs = await rate(from, round, reference);
    const ours = await rate(from, round, work);
    found.push({ rate: ours, reference: theirs, ratio: ours / theirs });
  }
  return found.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(found.length / 2)]!;
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
async function record(office: Office): Promise<Life> {
  await live(office, await office.begin());
  tape = [];
  const started = await office.begin();
  await live(office, started);
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
