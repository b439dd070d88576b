import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { stillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openLog as openLogFile } from '#/platform/log.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { append as record } from '../append.ts';
import { commitmentOf } from '../leaf/commitment.ts';
import { parseLeaf } from '../leaf/leaf.ts';
import { append, emptyEdge, rootOf } from '../merkle/edge.ts';
import { leafHash } from '../merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from '../merkle/proof.ts';
import { isConsistent, isIncluded } from '../merkle/verify.ts';
import { parseVkey } from '../notes/key.ts';
import { openCheckpoint } from '../notes/verify.ts';
import { openLog } from '../open-log.ts';
import { findLatest } from '../store/checkpoints.ts';
import { listBodies, listOpenings } from '../store/leaves.ts';
import { findLog } from '../store/log.ts';
import { countPending } from '../store/pending.ts';
import { tileReader } from '../store/tiles.ts';
import { hashesOf } from '../tiles/tile-hashes.ts';
import type { Council } from './council.ts';
import { createSequencer } from './sequencer.ts';

const database = testDatabase('ledger');
const clock = stillClock(new Date('2026-07-15T03:00:00Z'));
const keys = keysFrom(Buffer.alloc(32, 7));
const config = readConfig({ CQS_PUBLIC_URL: 'https://dvc.example.vn' });
const log = openLogFile('silent');
const alone: Council = { agrees: () => Promise.resolve(true), round: () => Promise.resolve() };

function sequencer(council: Council = alone) {
  return createSequencer({ database: database(), clock, keys, log }, council);
}

function act(subject: string, n: number, verb = 'accept') {
  return database().transaction((tx) =>
    record(tx, {
      kind: 'act',
      subject,
      n,
      at: clock.now(),
      facts: { procedure: 'dang-ky-khai-sinh', verb, state: 'ACCEPTED', unit: 'phuong' },
      document: { who: 'Nguyễn Thị Bình', n },
    }),
  );
}

const bodies = () =>
  database().transaction(async (tx) => listBodies(tx, 0, (await findLog(tx))!.edge.size));

/** Lets the time of a lease pass. */
const forgetLeader = () =>
  database().transaction((tx) =>
    sql`update ledger.log set leader_seen_at = now() - interval '1 hour'`.execute(tx),
  );

/** Seals everything that waits. */
async function seal(one = sequencer()): Promise<void> {
  await forgetLeader();
  while ((await one.turn()).became !== 'idle');
}

beforeAll(async () => {
  for (let twice = 0; twice < 2; twice += 1)
    await database().transaction((tx) => openLog(tx, { config, keys, clock }));
});
beforeEach(() => seal());

describe('the log', () => {
  test('begins with a leaf that names its address and keys, once', async () => {
    const first = parseLeaf((await bodies())[0]!)!;
    expect(first).toMatchObject({ kind: 'log', n: 1, facts: { origin: 'dvc.example.vn/ledger' } });
    expect((await bodies()).filter((body) => parseLeaf(body)!.kind === 'log')).toHaveLength(1);
  });

  test('takes acts in the order in which they were done, each tied to the last of its case', async () => {
    const [one, other] = [newId(), newId()];
    await act(one, 1, 'submit');
    await act(other, 1, 'submit');
    await act(one, 2);
    await seal();
    const leaves = (await bodies()).slice(-3).map((body) => parseLeaf(body)!);
    expect(leaves.map(({ n, facts }) => [n, facts.verb])).toEqual([
      [1, 'submit'],
      [1, 'submit'],
      [2, 'accept'],
    ]);
    expect(leaves[2]!.caseId).toEqual(leaves[0]!.caseId);
    expect(leaves[1]!.caseId).not.toEqual(leaves[0]!.caseId);
    expect(leaves[2]!.previous).toEqual(leafHash((await bodies()).at(-3)!));
    await act(one, 3);
    await seal();
    expect(parseLeaf((await bodies()).at(-1)!)!.previous).toEqual(
      leafHash((await bodies()).at(-2)!),
    );
  });

  test('says nothing about the person, but the office can open what it committed to', async () => {
    const subject = newId();
    await act(subject, 1);
    await seal();
    const body = (await bodies()).at(-1)!;
    expect(body.toString()).not.toContain('Bình');
    expect(body.toString()).not.toContain(subject);
    const [opening] = await database().transaction((tx) => listOpenings(tx, 'act', subject));
    expect(
      commitmentOf(opening!.salt, {
        document: { n: 1, who: 'Nguyễn Thị Bình' },
        after: null,
      }),
    ).toEqual(parseLeaf(body)!.commitment);
  });

  test('knows nothing of an act that was rolled back', async () => {
    const subject = newId();
    const size = (await bodies()).length;
    await database().transaction(async (tx) => {
      await record(tx, { kind: 'act', subject, n: 1, at: clock.now(), facts: {}, document: {} });
      return { refused: 'test.rolled-back' };
    });
    await act(subject, 1);
    await seal();
    expect(await bodies()).toHaveLength(size + 1);
  });

  test('takes an act that commits late under an early number', async () => {
    const [late, early] = [newId(), newId()];
    const size = (await bodies()).length;
    await database().transaction(async (tx) => {
      await record(tx, {
        kind: 'act',
        subject: late,
        n: 1,
        at: clock.now(),
        facts: {},
        document: {},
      });
      await act(early, 1);
      await seal();
      expect(await bodies()).toHaveLength(size + 1);
    });
    await seal();
    expect(await bodies()).toHaveLength(size + 2);
    expect(await database().transaction((tx) => countPending(tx, 'act', late))).toBe(0);
  });

  test('signs a checkpoint whose root anybody computes from the leaves, in both kinds of signature', async () => {
    for (let n = 1; n <= 300; n += 1) await act(newId(), 1);
    await seal();
    const { latest, state } = await database().transaction(async (tx) => ({
      latest: (await findLatest(tx))!,
      state: (await findLog(tx))!,
    }));
    const opened = openCheckpoint(
      latest.note,
      state.vkeys.map((vkey) => parseVkey(vkey)!),
    );
    expect(opened!.verified.map(({ key }) => key.type)).toEqual([1, 6]);
    const all = await bodies();
    expect(opened!.checkpoint.size).toBe(all.length);
    expect(opened!.checkpoint.root).toEqual(rootOf(append(emptyEdge, all.map(leafHash))));
  });

  test('proves from its tiles that leaves are in it and that it only grew', async () => {
    const all = (await bodies()).map(leafHash);
    const root = rootOf(append(emptyEdge, all));
    await database().transaction(async (tx) => {
      const read = tileReader(tx);
      for (const index of [0, 1, 255, 256, all.length - 1]) {
        const proof = await hashesOf(inclusionRanges(index, all.length), read);
        expect(isIncluded(all[index]!, index, all.length, proof, root)).toBe(true);
      }
      for (const from of [1, 2, 7, 255, 256, 257, all.length]) {
        const older = { size: from, root: rootOf(append(emptyEdge, all.slice(0, from))) };
        const proof = await hashesOf(consistencyRanges(from, all.length), read);
        expect(isConsistent(older, { size: all.length, root }, proof)).toBe(true);
      }
    });
  });

  test('cannot be rewritten in passing', async () => {
    for (const statement of [
      `update ledger.leaf set state = 'RESOLVED'`,
      'delete from ledger.leaf',
      'truncate ledger.leaf',
    ])
      await expect(
        database().transaction((tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow('append-only');
  });
});

describe('of several processes', () => {
  test('one writes; another takes over when it gives no sign of life, and not before', async () => {
    const [first, second] = [sequencer(), sequencer()];
    await forgetLeader();
    expect((await first.turn()).became).toBe('leader');
    expect((await second.turn()).became).toBe('follower');
    await act(newId(), 1);
    expect((await second.turn()).became).toBe('follower');
    expect(await first.turn()).toEqual({ became: 'sealed', count: 1 });
    await act(newId(), 1);
    await forgetLeader();
    expect((await second.turn()).became).toBe('leader');
    expect(await second.turn()).toEqual({ became: 'sealed', count: 1 });
    expect((await first.turn()).became).toBe('follower');
  });

  test('all at once give each act one place, without gap and without twin', async () => {
    const all = [sequencer(), sequencer(), sequencer()];
    const subjects = Array.from({ length: 40 }, newId);
    const before = (await bodies()).length;
    let isOver = false;
    const writers = Promise.all(
      subjects.map(async (subject) => {
        for (let n = 1; n <= 5; n += 1) await act(subject, n);
      }),
    ).then(() => {
      isOver = true;
    });
    const loops = all.map(async (one, at) => {
      while (!isOver) {
        if (at > 0) await forgetLeader();
        await one.turn();
      }
    });
    await Promise.all([writers, ...loops]);
    await seal();
    const leaves = (await bodies()).slice(before).map((body) => parseLeaf(body)!);
    expect(leaves).toHaveLength(200);
    expect(new Set(leaves.map(({ caseId, n }) => `${caseId.toString('hex')} ${n}`)).size).toBe(200);
    const { rows } = await database().transaction((tx) =>
      sql<{ idx: number }>`select idx from ledger.leaf order by idx`.execute(tx),
    );
    expect(rows.every(({ idx }, at) => idx === at)).toBe(true);
  });

  test('none signs as long as a witness knows another history', async () => {
    await forgetLeader();
    const wary = sequencer({ ...alone, agrees: () => Promise.resolve(false) });
    await act(newId(), 1);
    expect((await wary.turn()).became).toBe('frozen');
    await seal();
  });

  test('one with other keys refuses to sign', async () => {
    await forgetLeader();
    const foreign = createSequencer(
      { database: database(), clock, keys: keysFrom(Buffer.alloc(32, 8)), log },
      alone,
    );
    expect((await foreign.turn()).became).toBe('leader');
    await expect(foreign.turn()).rejects.toThrow('not those of the log');
  });
});
