import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { story } from '../journeys/answers/lien-thong-khai-sinh.ts';
import { registeredBirth } from '../journeys/joint-birth.ts';
import { handle } from '../journeys/official.ts';
import { declareNodes, partSlug, publishPart, twoNodes, type Node } from '../journeys/two-nodes.ts';
import { fastTime } from './fast-time.ts';

const nodes = twoNodes();
const program = fileURLToPath(new URL('./exchange-program.ts', import.meta.url));

/** 50 is the long form; each kill costs a start of the program. */
const kills = Number(process.env['CQS_KILLS'] ?? 4);
const children = Math.max(3, Math.ceil(kills / 4));

const epoch = Date.now();
const time = fastTime(epoch, new Date(story.at!));
const running = new Map<Node, ChildProcess>();

beforeAll(async () => {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(story.at!);
  await publishPart(police);
  await declareNodes(nodes(), { unitId: demoUnits.police.id, step: 'residence', slug: partSlug });
  for (const node of [commune, police]) await node.down();
});

afterAll(async () => {
  for (const node of running.keys()) await kill(node);
});

async function start(node: Node): Promise<void> {
  const { dataDir } = node.services.config;
  const args = [node.programUrl, node.address, dataDir, String(epoch), story.at!];
  const child = fork(program, args, {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.set(node, child);
  await once(child, 'message');
}

async function kill(node: Node): Promise<void> {
  const child = running.get(node);
  if (child?.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Kills one of the two at a moment of its own, mostly while messages are under way, and starts it anew. */
async function cutPower(n: number): Promise<void> {
  const node = n % 2 === 0 ? nodes().police : nodes().commune;
  const taking = running.get(nodes().police)!;
  await Promise.race([once(taking, 'message'), pause(1_500)]);
  await pause((n * 7) % 40);
  await kill(node);
  await start(node);
}

test(
  `of two installations one is killed at any moment, ${kills} times: every message is applied exactly once, and all parts end the same on both sides`,
  async () => {
    const { commune, police } = nodes();
    const codes: string[] = [];
    for (let n = 0; n < children; n += 1) codes.push((await registeredBirth(commune)).code);
    await Promise.all([start(commune), start(police)]);
    const working = work(codes);
    let killed = 0;
    for (; killed < kills; killed += 1) await cutPower(killed);
    await working;
    await settled();
    expect(await halves()).toEqual([]);
    const [here, there] = [await parts(commune), await parts(police)];
    expect(here.filter(({ step }) => step === 'residence')).toEqual(there);
    expect(there.map(({ closed }) => closed)).toEqual(codes.map(() => true));
    expect(here.every(({ dossiers }) => dossiers === 1)).toBe(true);
    for (const [n, code] of codes.entries())
      expect(await endings(commune, code), code).toEqual(n % 3 === 2 ? [] : [endingOf(n)]);
    expect(await attempts(), 'some were cut off on their way').toBeGreaterThan(0);
  },
  180_000 + kills * 15_000,
);

function endingOf(n: number): string {
  return n % 3 === 0 ? 'finish-leg' : 'refuse-leg';
}

/** The officials of both installations do their work meanwhile; one part in three is taken back by the commune. */
async function work(codes: readonly string[]): Promise<void> {
  const { commune, police } = nodes();
  for (const [n, code] of codes.entries()) {
    const part = await partOf(code);
    if (n % 3 === 1) {
      await act(police, 'cong-an-1', part, 'tu-choi', { reason: 'Chỗ ở chưa đủ diện tích.' });
      continue;
    }
    await act(police, 'cong-an-1', part, 'tiep-nhan');
    if (n % 3 === 2) {
      await act(commune, 'cong-an-1', code, 'hoan-thanh-lien-thong', { note: 'Làm tại phường' });
      continue;
    }
    await act(police, 'cong-an-1', part, 'chuyen-buoc');
    await act(police, 'cong-an-2', part, 'ky-duyet');
    await act(police, 'cong-an-1', part, 'vao-so');
    await police.settle();
  }
}

async function act(
  node: Node,
  ...deed: Parameters<typeof handle> extends [unknown, ...infer R] ? R : never
) {
  node.at(time().toISOString());
  await handle(node, ...deed);
}

async function read<T>(node: Node, statement: ReturnType<typeof sql<T>>): Promise<T[]> {
  return node.services.database.transaction(async (tx) => (await statement.execute(tx)).rows);
}

async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let n = 0; n < 1_200; n += 1) {
    const one = await found();
    if (one !== undefined) return one;
    await pause(50);
  }
  throw new Error('it did not come');
}

/** The dossier that the police have made of a part. */
async function partOf(code: string): Promise<string> {
  return until(async () => {
    const rows = await read(
      nodes().police,
      sql<{ code: string }>`/* beyond: the test reads both sides */
        select d.code from exchange.leg l join dossier.dossier d on d.id = l.dossier_id
         where l.partner_code = ${code} and l.step = 'residence'`,
    );
    return rows[0]?.code;
  });
}

/** Waits until nothing is on its way any more. */
async function settled(): Promise<void> {
  await until(async () => {
    const waits = await Promise.all(
      [nodes().commune, nodes().police].map((node) =>
        read(
          node,
          sql<{ n: number }>`
            select (select count(*) from exchange.outgoing where state = 'waiting')
                 + (select count(*) from exchange.incoming where state = 'waiting') as n`,
        ),
      ),
    );
    return waits.every(([row]) => Number(row!.n) === 0) ? true : undefined;
  });
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
}

/** Messages that one side sent and the other has not applied, or the other way round. */
async function halves(): Promise<string[]> {
  const { commune, police } = nodes();
  const wrong: string[] = [];
  for (const [from, to] of [
    [commune, police],
    [police, commune],
  ] as const) {
    const name = ({ id, kind, number }: Row) => `${kind} ${number} ${id}`;
    const sent = await read(
      from,
      sql<Row>`select id, kind, number from exchange.outgoing where state = 'sent' order by id`,
    );
    const applied = await read(
      to,
      sql<Row>`select id, kind, number from exchange.incoming where state = 'applied' order by id`,
    );
    const dead = await read(
      from,
      sql<Row & { fault: string }>`
        select id, kind, number, fault from exchange.outgoing where state = 'dead'`,
    );
    const refused = await read(
      to,
      sql<Row>`select id, kind, number from exchange.incoming where state <> 'applied'`,
    );
    expect(sent.length).toBeGreaterThan(0);
    const there = new Set(applied.map(name));
    const here = new Set(sent.map(name));
    wrong.push(
      ...sent.map(name).filter((one) => !there.has(one)),
      ...applied.map(name).filter((one) => !here.has(one)),
      ...dead.filter((one) => !isExpected(one)).map((one) => `${name(one)}: ${one.fault}`),
      ...refused.map(name),
    );
  }
  return wrong;
}

/** The police have declared nothing for the card; what crossed the end of a part is told that it is over. */
function isExpected({ kind, fault }: Row & { readonly fault: string }): boolean {
  return kind === 'requested'
    ? fault.includes('exchange.no-offer')
    : fault.includes('exchange.leg-closed');
}

async function parts(node: Node) {
  return read(
    node,
    sql<{ id: string; step: string; closed: boolean; dossiers: number }>`
      select l.id, l.step, l.closed_at is not null as closed,
             (select count(*) from exchange.leg o where o.dossier_id = l.dossier_id and o.step = l.step)::int as dossiers
        from exchange.leg l order by l.id`,
  );
}

/** How the part of the police ended at the commune, by acts that the other side brought about. */
async function endings(node: Node, code: string): Promise<string[]> {
  const rows = await read(
    node,
    sql<{ verb: string }>`/* beyond: the test reads both sides */
      select a.verb from dossier.act a join dossier.dossier d on d.id = a.dossier_id
       where d.code = ${code} and a.verb in ('finish-leg', 'refuse-leg')
         and a.account_id = ${systemAccountId}`,
  );
  return rows.map(({ verb }) => verb);
}

/** How many messages needed more than one attempt. */
async function attempts(): Promise<number> {
  let n = 0;
  for (const node of [nodes().commune, nodes().police])
    n += Number(
      (
        await read(
          node,
          sql<{ n: number }>`select count(*) as n from exchange.outgoing where attempts > 1`,
        )
      )[0]!.n,
    );
  return n;
}
