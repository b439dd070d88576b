import type { Figure } from './figure.ts';
import { rate, withOffice, type Office } from './process-office.ts';

/** How many cases are open meanwhile: `CQS_OPEN_CASES=1000000` for a province. */
const open = Number(process.env['CQS_OPEN_CASES'] ?? 20_000);
const starts = 4_000;
const completions = 8_000;
const goals = { starts: 3_500, completions: 2_000, p99: 25 } as const;

/** Starts and completed steps per second while very many cases are open, and how long one waits for its answer. */
export function measure(): Promise<Figure[]> {
  return withOffice(async (office) => {
    await fill(office);
    const tasks = await someTasks(office);
    const times: number[] = [];
    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    };
    await rate(0, 500, async () => void (await office.begin()));
    const started = await rate(0, starts, () => timed(() => office.begin()));
    await rate(0, 500, async (index) => void (await office.complete(tasks[index]!, 'accept')));
    const completed = await rate(500, completions, (index) =>
      timed(() => office.complete(tasks[index]!, 'accept')),
    );
    return [
      atLeast('process.open.starts', started, goals.starts),
      atLeast('process.open.completions', completed, goals.completions),
      p99Figure(times),
    ];
  });
}

/** Makes so many open cases by copying one that the engine has started. */
async function fill({ begin, pool }: Office): Promise<void> {
  const { instanceId } = await begin();
  const many = 50_000;
  for (let left = open; left > 0; left -= many) {
    await pool.query(
      `with fresh as (select gen_random_uuid() as id, gen_random_uuid() as subject from generate_series(1, $2)),
        cases as (
          insert into process.instance
          select (jsonb_populate_record(i, jsonb_build_object('id', fresh.id, 'subject', fresh.subject))).*
          from process.instance i, fresh where i.id = $1),
        waits as (
          insert into process.token
          select (jsonb_populate_record(t, jsonb_build_object('instance_id', fresh.id, 'subject', fresh.subject))).*
          from process.token t, fresh where t.instance_id = $1)
       insert into process.step
       select (jsonb_populate_record(s, jsonb_build_object('instance_id', fresh.id))).*
       from process.step s, fresh where s.instance_id = $1`,
      [instanceId, Math.min(left, many)],
    );
  }
  // What filling has left to do is not what is measured.
  await pool.query('vacuum analyze process.instance, process.token, process.step');
  await pool.query('checkpoint');
}

/** Tasks of cases from everywhere among the open ones. */
async function someTasks({ pool }: Office): Promise<string[]> {
  const { rows } = await pool.query<{ task: string }>(
    `select instance_id || '.' || id as task from process.token where kind = 1 order by instance_id limit $1`,
    [completions + 500],
  );
  return rows.map(({ task }) => task);
}

function told(limit: string): string {
  return `limit of ${limit}, at ${open.toLocaleString('en')} open cases (CQS_OPEN_CASES)`;
}

function atLeast(name: string, value: number, goal: number): Figure {
  const ratio = value / goal;
  const reference = told(`${goal.toLocaleString('en')} /s`);
  return { name, value, unit: '/s', reference, ratio, goal: '≥ 1', holds: ratio >= 1 };
}

function p99Figure(times: number[]): Figure {
  const value = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
  const ratio = value / goals.p99;
  const reference = told(`${goals.p99} ms`);
  return {
    name: 'process.open.p99',
    value,
    unit: 'ms',
    reference,
    ratio,
    goal: '< 1',
    holds: ratio < 1,
  };
}
