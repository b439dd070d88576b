import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { append, resumeLedger } from '#/modules/ledger/index.ts';
import { parseVkey } from '#/modules/ledger/notes/key.ts';
import { openCheckpoint } from '#/modules/ledger/notes/verify.ts';
import { openLog } from '#/modules/ledger/open-log.ts';
import { logKeys } from '#/modules/ledger/sequencer/log-keys.ts';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { findLatest, findPublished } from '#/modules/ledger/store/checkpoints.ts';
import { listFreezes } from '#/modules/ledger/store/freezes.ts';
import { findLog } from '#/modules/ledger/store/log.ts';
import { listWitnesses } from '#/modules/ledger/store/witnesses.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { systemClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openLog as openLogFile } from '#/platform/log.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../database/fixture.ts';
import { startWitness, type WitnessProcess } from './witness-process.ts';

const database = testDatabase('ledger');
const keys = keysFrom(Buffer.alloc(32, 7));
const { vkeys } = logKeys(keys, 'dvc.example.vn/ledger');
const folder = mkdtempSync(join(tmpdir(), 'council-'));
const names = ['tu-phap', 'thanh-tra', 'mat-tran'];
let witnesses: WitnessProcess[] = [];
let policy: string;

beforeAll(async () => {
  const config = readConfig({ CQS_PUBLIC_URL: 'https://dvc.example.vn' });
  await database().transaction((tx) => openLog(tx, { config, keys, clock: systemClock }));
  witnesses = await Promise.all(names.map(start));
  const lines = witnesses.map(({ vkey, url }, at) => `witness ${names[at]} ${vkey} ${url}`);
  policy = [...lines, `group ba-co-quan 2 ${names.join(' ')}`, 'quorum ba-co-quan', ''].join('\n');
});
afterAll(async () => {
  await Promise.all(witnesses.map((one) => one.kill()));
  rmSync(folder, { recursive: true });
});

const start = (name: string) =>
  startWitness(`${name}.example.vn`, join(folder, `${name}.sqlite`), [vkeys[0]!]);

function open() {
  const needs = { database: database(), clock: systemClock, keys, log: openLogFile('silent') };
  const council = createCouncil(needs, policy);
  return { council, sequencer: createSequencer(needs, council) };
}

async function act(count: number): Promise<void> {
  await database().transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1)
      await append(tx, {
        kind: 'act',
        subject: newId(),
        n: 1,
        at: new Date(),
        facts: {},
        document: {},
      });
  });
}

const forgetLeader = () =>
  database().transaction((tx) =>
    sql`update ledger.log set leader_seen_at = now() - interval '1 hour'`.execute(tx),
  );

/** A new process takes the log over and seals what waits. */
async function takeOver() {
  await forgetLeader();
  const opened = open();
  const became = [];
  for (let turn = await opened.sequencer.turn(); ; turn = await opened.sequencer.turn()) {
    became.push(turn.became);
    if (turn.became === 'idle' || turn.became === 'frozen') break;
  }
  return { ...opened, became };
}

const look = () =>
  database().transaction(async (tx) => ({
    latest: await findLatest(tx),
    published: await findPublished(tx),
    state: (await findLog(tx))!,
    witnesses: await listWitnesses(tx),
    freezes: await listFreezes(tx),
  }));

describe('three agencies', () => {
  test('cosign each checkpoint within three seconds, and it is shown with their signatures', async () => {
    const { council, sequencer } = await takeOver();
    for (const count of [1, 300, 5]) {
      await act(count);
      await sequencer.turn();
      const before = Date.now();
      await council.round();
      expect(Date.now() - before).toBeLessThan(3_000);
      const { latest, published } = await look();
      expect(published?.size).toBe(latest?.size);
      expect(published?.quorumAt).not.toBeNull();
      const known = [vkeys[0]!, ...witnesses.map(({ vkey }) => vkey)].map((one) => parseVkey(one)!);
      const note = `${published!.note}${published!.cosignatures.map(({ line }) => `${line}\n`).join('')}`;
      expect(openCheckpoint(note, known)?.verified).toHaveLength(4);
    }
  });

  test('of whom one is away are still a quorum; with two away the checkpoint is shown without', async () => {
    const { council, sequencer } = await takeOver();
    await witnesses[0]!.kill();
    await act(3);
    await sequencer.turn();
    await council.round();
    expect(await look()).toMatchObject({
      published: { quorumAt: expect.any(Date) as Date, cosignatures: [{}, {}] },
    });
    await witnesses[1]!.kill();
    await act(3);
    await sequencer.turn();
    await council.round();
    const { published, latest, witnesses: standing } = await look();
    expect(published).toMatchObject({ size: latest!.size, quorumAt: null });
    expect(standing.map((one) => one.standing).toSorted()).toEqual(['away', 'away', 'good']);
  });

  test('that come back are told everything that they missed', async () => {
    const again = await Promise.all(names.slice(0, 2).map(start));
    witnesses = [...again, witnesses[2]!];
    const lines = witnesses.map(({ vkey, url }, at) => `witness ${names[at]} ${vkey} ${url}`);
    policy = [...lines, `group ba-co-quan 2 ${names.join(' ')}`, 'quorum ba-co-quan', ''].join(
      '\n',
    );
    const { council } = await takeOver();
    await council.round();
    expect((await look()).published!.cosignatures).toHaveLength(3);
  });
});

describe('an old copy of the database', () => {
  test('that is put in place silently freezes the log before anything is signed', async () => {
    const { state } = await look();
    await takeOver();
    await act(7);
    const later = await takeOver();
    await later.council.round();
    await rollBackTo(state.edge.size);
    await act(2);
    expect((await takeOver()).became.at(-1)).toBe('frozen');
    const { freezes, latest, state: frozen } = await look();
    expect(frozen.frozenAt).not.toBeNull();
    expect(latest!.size).toBe(state.edge.size);
    expect(freezes.length).toBeGreaterThan(0);
    const evidence = openCheckpoint(freezes[0]!.evidence, [parseVkey(vkeys[0]!)!]);
    expect(evidence!.verified).toHaveLength(1);
    expect(evidence!.checkpoint.size).toBeGreaterThan(state.edge.size);
    expect((await takeOver()).became).toEqual(['frozen']);
    await database().transaction((tx) =>
      resumeLedger(tx, { accountId: newId(), at: new Date() }, 'thử'),
    );
    expect((await takeOver()).became.at(-1), 'as long as the witnesses know better').toBe('frozen');
    expect((await look()).latest!.size).toBe(state.edge.size);
  });
});

/** What an administrator does who puts an old copy back: every table of the ledger is as it was. */
async function rollBackTo(size: number): Promise<void> {
  const { append: grow, emptyEdge } = await import('#/modules/ledger/merkle/edge.ts');
  const { leafHash } = await import('#/modules/ledger/merkle/hash.ts');
  const { encodeEdge } = await import('#/modules/ledger/merkle/edge-bytes.ts');
  await database().transaction(async (tx) => {
    await sql`alter table ledger.leaf disable trigger all`.execute(tx);
    await sql`delete from ledger.leaf where idx >= ${size}`.execute(tx);
    await sql`alter table ledger.leaf enable trigger all`.execute(tx);
    await sql`delete from ledger.opening where idx >= ${size}`.execute(tx);
    await sql`delete from ledger.checkpoint where size > ${size}`.execute(tx);
    const { rows } = await sql<{ body: Buffer }>`select body from ledger.leaf order by idx`.execute(
      tx,
    );
    const tiles = new Map<string, Buffer[]>();
    const edge = grow(
      emptyEdge,
      rows.map(({ body }) => leafHash(body)),
      (level, index, hash) => {
        if (level % 8 === 0) {
          const key = `${level / 8}/${Math.floor(index / 256)}`;
          tiles.set(key, [...(tiles.get(key) ?? []), hash]);
        }
      },
    );
    await sql`delete from ledger.tile`.execute(tx);
    for (const [key, hashes] of tiles) {
      const [level, n] = key.split('/').map(Number);
      await sql`insert into ledger.tile values (${level}, ${n}, ${Buffer.concat(hashes)})`.execute(
        tx,
      );
    }
    await sql`update ledger.log set size = ${size}, edge = ${encodeEdge(edge)}`.execute(tx);
    await sql`update ledger.witness set size = least(size, ${size})`.execute(tx);
  });
}
