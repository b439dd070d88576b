import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import serialize, { TypeResolver } from 'moddle-context-serializer';
import type pg from 'pg';
import { newId } from '#/values/id.ts';
import type { Figure } from './figure.ts';
import { rate, withOffice, type Office } from './process-office.ts';

/** Cases of the peer and of ours in each round: it is so much slower that few of its cases take as long. */
const rounds = 5;
const theirs = 24;
const ours = 400;

/** The largest procedure that comes along: birth, residence, health insurance and identity card in one, parts side by side. */
const procedure = readFileSync(
  join(import.meta.dirname, '../procedures/lien-thong-khai-sinh/process.bpmn'),
  'utf8',
);

/**
 * Steps of people completed per second, against bpmn-elements doing the same: the same procedure in the same database,
 * each step a durable transaction that reads the state, resumes it, completes the step and keeps the state.
 */
export function measure(): Promise<Figure[]> {
  return withOffice(async (office) => {
    const steps = await live(office);
    const peer = await peerIn(office, steps);
    const found: { value: number; reference: number }[] = [];
    for (let no = 0; no < rounds; no += 1) {
      const reference = (await rate(0, theirs, () => peer())) * steps.length;
      const value = (await rate(0, ours, async () => void (await live(office)))) * steps.length;
      found.push({ value, reference });
    }
    const { value, reference } = found.toSorted(
      (a, b) => a.value / a.reference - b.value / b.reference,
    )[Math.floor(rounds / 2)]!;
    const ratio = value / reference;
    return [
      {
        name: 'process.peer',
        value,
        unit: '/s',
        reference: `bpmn-elements on the same database, ${reference.toFixed(0)} steps/s`,
        ratio,
        goal: '≥ 20',
        holds: ratio >= 20,
      },
    ];
  }, procedure);
}

/** One case from its start to its end by our engine, by the usual outcomes. Gives the steps as they were done. */
async function live(office: Office): Promise<string[]> {
  const open = [...(await office.begin()).opened];
  const done: string[] = [];
  for (let task = open.shift(); task !== undefined; task = open.shift()) {
    const moved = await office.complete(task.taskId, task.outcomes[0]!);
    open.push(...moved.opened);
    done.push(task.element);
    if (moved.ended !== (open.length === 0)) throw new Error(`${task.element} went wrong`);
  }
  return done;
}

/** The peer's definition of the same process, as far as it is used here. */
interface Peer {
  readonly isRunning: boolean;
  run(): void;
  recover(state: object): void;
  resume(): void;
  signal(message: { readonly id: string }): void;
  getState(): object;
}

/** Gives what takes one case from its start to its end, by the peer. */
async function peerIn({ pool }: Office, steps: readonly string[]): Promise<() => Promise<void>> {
  await pool.query('create table peer_case (id uuid primary key, state jsonb not null)');
  const fresh = await definitionMaker();
  return async () => {
    const id = newId();
    const started = fresh();
    started.run();
    await durably(pool, async (client) => {
      await client.query('insert into peer_case values ($1, $2)', [id, keptOf(started)]);
    });
    let isRunning = true;
    for (const step of steps)
      isRunning = await durably(pool, (client) => complete(client, id, step, fresh()));
    if (isRunning) throw new Error('the peer has not come to the end');
  };
}

async function definitionMaker(): Promise<() => Peer> {
  const model = await new BpmnModdle().fromXML(withTheirConditions(procedure));
  const source = serialize(model as never, TypeResolver(elements as never));
  return () => {
    const environment = new elements.Environment({
      variables: { isUnusual: false },
    });
    const context = elements.Context(source as never, environment);
    return new elements.Definition(context as never) as unknown as Peer;
  };
}

async function complete(
  client: pg.PoolClient,
  id: string,
  step: string,
  definition: Peer,
): Promise<boolean> {
  const { rows } = await client.query<{ state: object }>(
    'select state from peer_case where id = $1 for update',
    [id],
  );
  definition.recover(rows[0]!.state);
  definition.resume();
  definition.signal({ id: step });
  await client.query('update peer_case set state = $2 where id = $1', [id, keptOf(definition)]);
  return definition.isRunning;
}

function keptOf(definition: Peer): string {
  return JSON.stringify(definition.getState());
}

async function durably<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const outcome = await work(client);
    await client.query('commit');
    return outcome;
  } finally {
    client.release();
  }
}

/** The same ways by the peer's own expressions: the usual one is the default everywhere. */
function withTheirConditions(xml: string): string {
  return xml.replaceAll(
    /(<bpmn:conditionExpression[^>]*>)[^<]*/g,
    '$1${environment.variables.isUnusual}',
  );
}
