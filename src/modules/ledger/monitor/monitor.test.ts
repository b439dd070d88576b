import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { openLog as openLogFile } from '#/platform/log.ts';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import { append } from '../append.ts';
import { erase } from '../erase.ts';
import { openLog } from '../open-log.ts';
import { createSequencer } from '../sequencer/sequencer.ts';
import type { Source, SourceRow } from '../source.ts';
import { createCouncil } from '../witnesses/council.ts';
import { examineLedger, inspectLedger } from './inspect.ts';

const database = testDatabase('ledger');
const clock = stillClock(new Date('2026-07-15T03:00:00Z'));
const needs = { database, clock, log: openLogFile('silent') };

/** Acts as a module keeps them, small: a case with a state, and what was done to it. */
interface Row {
  subject: string;
  n: number;
  at: Date;
  words: string;
  state: string;
}

const source: Source = {
  kind: 'act',
  async listRows(tx, after, limit) {
    const { subject, n } = after ?? { subject: '00000000-0000-0000-0000-000000000000', n: 0 };
    const { rows } = await sql<Row & { now: string; last: number }>`
      select a.*, c.state as now, (select max(n) from office.act l where l.subject = a.subject) as last
        from office.act a join office.kase c on c.id = a.subject
       where (a.subject, a.n) > (${subject}::uuid, ${n}::int) order by a.subject, a.n limit ${limit}`.execute(
      tx,
    );
    return rows.map(({ now, last, ...row }) =>
      toRow(row, row.n === last ? { state: now } : undefined),
    );
  },
  findOwnRow: () => Promise.resolve(undefined),
};

function toRow({ subject, n, at, words, state }: Row, after: object | undefined): SourceRow {
  const facts = { verb: 'do', state, procedure: 'p', unit: 'u' };
  return { subject, n, at, facts, document: { subject, n, at, words, state }, after };
}

async function act(tx: Tx, row: Row): Promise<void> {
  await sql`insert into office.kase values (${row.subject}, ${row.state})
            on conflict (id) do update set state = excluded.state`.execute(tx);
  await sql`insert into office.act values (${row.subject}, ${row.n}, ${row.at}, ${row.words}, ${row.state})`.execute(
    tx,
  );
  const { subject, n, at, facts, document } = toRow(row, undefined);
  await append(tx, { kind: 'act', subject, n, at, facts, document, after: { state: row.state } });
}

async function seal(): Promise<void> {
  await database().transaction((tx) =>
    sql`update ledger.log set leader_seen_at = now() - interval '1 hour'`.execute(tx),
  );
  const services = { ...needs, database: database(), keys: keysFrom(Buffer.alloc(32, 7)) };
  const council = createCouncil(services, 'quorum none');
  const sequencer = createSequencer(services, council);
  while ((await sequencer.turn()).became !== 'idle');
  await council.round();
}

const inspect = () => inspectLedger({ ...needs, database: database() }, [source]);

beforeAll(async () => {
  const config = readConfig({});
  await database().transaction(async (tx) => {
    await openLog(tx, { config, keys: keysFrom(Buffer.alloc(32, 7)), clock });
    await sql`create schema office`.execute(tx);
    await sql`create table office.kase (id uuid primary key, state text not null)`.execute(tx);
    await sql`create table office.act (subject uuid, n int, at timestamptz not null, words text not null,
      state text not null, primary key (subject, n))`.execute(tx);
  });
  for (let kase = 0; kase < 12; kase += 1) {
    const subject = newId();
    for (let n = 1; n <= 5; n += 1)
      await database().transaction((tx) =>
        act(tx, { subject, n, at: clock.now(), words: `việc ${n}`, state: `S${n}` }),
      );
    if (kase % 4 === 0) await seal();
  }
  await seal();
});

describe('the monitor', () => {
  test('finds nothing wrong in an honest ledger, and says how much it looked at', async () => {
    expect(await inspect()).toMatchObject({
      count: 0,
      findings: [],
      leaves: 61,
      compared: 60,
      before: 0,
    });
  });

  test('takes acts that wait for their place for what they are', async () => {
    const subject = newId();
    for (let n = 1; n <= 2; n += 1)
      await database().transaction((tx) =>
        act(tx, { subject, n, at: clock.now(), words: 'x', state: 'S' }),
      );
    expect((await inspect()).count).toBe(0);
    await seal();
    expect((await inspect()).count).toBe(0);
  });

  test('counts acts from before the ledger apart', async () => {
    const verdict = await rolledBack(database(), async (tx) => {
      const subject = newId();
      await sql`insert into office.kase values (${subject}, 'S1')`.execute(tx);
      await sql`insert into office.act values (${subject}, 1, ${new Date('2020-01-01')}, 'x', 'S1')`.execute(
        tx,
      );
      return examineLedger(tx, [source]);
    });
    expect(verdict).toMatchObject({ count: 0, before: 1 });
  });

  test('knows an erasure that the ledger tells of from one that hides something', async () => {
    const subject = newId();
    await database().transaction((tx) =>
      act(tx, { subject, n: 1, at: clock.now(), words: 'x', state: 'S' }),
    );
    await seal();
    await database().transaction(async (tx) => {
      await sql`delete from office.act where subject = ${subject}`.execute(tx);
      await sql`delete from office.kase where id = ${subject}`.execute(tx);
      await erase(tx, 'act', subject, clock.now());
    });
    await seal();
    expect(await inspect()).toMatchObject({ count: 0, erased: 1 });
    const hidden = await rolledBack(database(), async (tx) => {
      await sql`with one as (select subject from ledger.opening where kind = 'act' limit 1),
        gone as (delete from office.act where subject = (select subject from one))
        delete from ledger.opening where subject = (select subject from one)`.execute(tx);
      return examineLedger(tx, [source]);
    });
    expect(hidden.findings.map(({ kind }) => kind)).toContain('unopened');
  });

  test('cries when acts wait too long', async () => {
    const verdict = await rolledBack(database(), async (tx) => {
      await act(tx, { subject: newId(), n: 1, at: clock.now(), words: 'x', state: 'S' });
      await sql`update ledger.pending set entered_at = now() - interval '2 minutes'`.execute(tx);
      return examineLedger(tx, [source]);
    });
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(['stuck']);
  });
});

const some = (table: string) => `ctid = (select ctid from ${table} order by random() limit 1)`;
const flip = (column: string) =>
  `${column} = (select set_byte(${column}, p, get_byte(${column}, p) # 1) from floor(random() * length(${column})) r, cast(r as int) p)`;

/** What somebody with all rights over the database might do, one statement each. */
const mutations: readonly string[] = [
  ...[
    'words = words || $$ $$',
    `state = 'RESOLVED'`,
    `at = at + interval '1 minute'`,
    'n = n + 100',
  ].map((change) => `update office.act set ${change} where ${some('office.act')}`),
  `update office.kase set state = 'RESOLVED' where ${some('office.kase')}`,
  `delete from office.act where ${some('office.act')}`,
  `delete from office.kase where ${some('office.kase')}`,
  `insert into office.act select id, 6, now(), 'x', 'S6' from office.kase where ${some('office.kase')}`,
  ...[
    flip('body'),
    `kind = 'document'`,
    `at = at + interval '1 minute'`,
    flip('case_id'),
    `procedure = 'q'`,
    `verb = 'undo'`,
    `state = 'RESOLVED'`,
    `unit = 'v'`,
    'idx = idx + 1000',
  ].map((change) => `update ledger.leaf set ${change} where ${some('ledger.leaf')}`),
  `delete from ledger.leaf where ${some('ledger.leaf')}`,
  ...[
    `kind = 'document'`,
    'subject = gen_random_uuid()',
    'n = n + 1',
    flip('salt'),
    flip('after'),
  ].map(
    (change) =>
      `update ledger.opening set ${change} where idx = (select idx from ledger.opening where kind = 'act' order by random() limit 1)`,
  ),
  `delete from ledger.opening where ${some('ledger.opening')}`,
  `update ledger.tile set ${flip('hashes')} where ${some('ledger.tile')}`,
  `delete from ledger.tile where ${some('ledger.tile')}`,
  ...[flip('root'), `note = replace(note, '=', 'A')`, 'size = size + 1000'].map(
    (change) => `update ledger.checkpoint set ${change} where ${some('ledger.checkpoint')}`,
  ),
  'delete from ledger.checkpoint where size = (select max(size) from ledger.checkpoint)',
  ...[
    'size = size + 1000',
    flip('edge'),
    `origin = 'other'`,
    `opened_at = opened_at - interval '1 day'`,
  ].map((change) => `update ledger.log set ${change}`),
  `update ledger.log set vkeys[1] = replace(vkeys[1], '+', '-')`,
  `with one as (select * from ledger.leaf order by random() limit 1), other as (select * from ledger.leaf where idx = (select (idx + 1) % 61 from one))
     update ledger.leaf l set body = (select body from other) from one where l.idx = one.idx`,
];

describe('whoever has all rights over the database', () => {
  const rounds = Number(process.env['LEDGER_MUTATIONS'] ?? 80);

  test(
    `cannot change one thing unseen (${rounds} random changes)`,
    { timeout: 300_000 },
    async () => {
      const unseen: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const mutation = mutations[round % mutations.length]!;
        const verdict = await rolledBack(database(), async (tx) => {
          await sql`set local session_replication_role = replica`.execute(tx);
          await sql.raw(mutation).execute(tx);
          return examineLedger(tx, [source]);
        });
        if (verdict.count === 0) unseen.push(mutation);
      }
      expect(unseen).toEqual([]);
    },
  );

  test('cannot even redo the whole ledger after a change, without the keys', async () => {
    const verdict = await rolledBack(database(), async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update office.act set words = 'khác' where n = 5`.execute(tx);
      await sql`truncate ledger.leaf, ledger.opening, ledger.tile, ledger.checkpoint`.execute(tx);
      await sql`update ledger.log set size = 0, edge = ''`.execute(tx);
      const rows = await source.listRows(tx, null, 1000);
      for (const row of rows) await append(tx, { kind: 'act', ...row });
      const { sequence } = await import('../sequencer/sequence.ts');
      const { findLog } = await import('../store/log.ts');
      const { logKeys } = await import('../sequencer/log-keys.ts');
      const state = (await findLog(tx))!;
      await sequence(tx, state, logKeys(keysFrom(Buffer.alloc(32, 9)), state.origin), clock.now());
      return examineLedger(tx, [source]);
    });
    expect(verdict.findings.map(({ kind }) => kind)).toContain('checkpoint');
  });
});
