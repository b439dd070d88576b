import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { append, emptyEdge, rootOf } from '#/modules/ledger/merkle/edge.ts';
import { leafHash, type Hash } from '#/modules/ledger/merkle/hash.ts';
import { consistencyRanges } from '#/modules/ledger/merkle/proof.ts';
import { checkpointText } from '#/modules/ledger/notes/checkpoint.ts';
import { formatVkey, keyTypes, parseVkey, signingKey } from '#/modules/ledger/notes/key.ts';
import { signCheckpoint } from '#/modules/ledger/notes/sign.ts';
import { formatNote } from '#/modules/ledger/notes/signed-note.ts';
import { openCheckpoint } from '#/modules/ledger/notes/verify.ts';
import { continues } from '../../witness/consistency.ts';
import { startWitness, type WitnessProcess } from './witness-process.ts';

const origin = 'dvc.example.vn/ledger';
const log = signingKey(origin, keyTypes.log, hash('sha256', 'log', 'buffer'));
const stranger = signingKey(origin, keyTypes.log, hash('sha256', 'stranger', 'buffer'));
const at = new Date('2026-07-15T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'witness-'));
const file = join(folder, 'witness.sqlite');
let witness: WitnessProcess;
beforeAll(async () => {
  witness = await startWitness('chung-kien.example.vn', file, [formatVkey(log)]);
});
afterAll(async () => {
  await witness.kill();
  rmSync(folder, { recursive: true });
});

const leavesOf = (name: string, size: number) =>
  Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`${name}${n}`)));
const treeOf = (size: number, name = 'leaf') => ({
  size,
  root: rootOf(append(emptyEdge, leavesOf(name, size))),
});

function proofOf(from: number, to: number, name = 'leaf'): Hash[] {
  const leaves = leavesOf(name, to);
  return consistencyRanges(from, to).map(({ start, end }) =>
    rootOf(append(emptyEdge, leaves.slice(start, end))),
  );
}

function noteOf(size: number, key = log, name = 'leaf'): string {
  const checkpoint = { origin: key.name, ...treeOf(size, name) };
  return formatNote({
    text: checkpointText(checkpoint),
    signatures: [signCheckpoint(key, checkpoint, at)],
  });
}

async function add(old: number | string, proof: readonly Hash[], note: string) {
  const lines = [`old ${old}`, ...proof.map((one) => one.toString('base64'))];
  const answer = await fetch(`${witness.url}/add-checkpoint`, {
    method: 'POST',
    body: `${lines.join('\n')}\n\n${note}`,
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.text(),
  };
}

describe('the two checks of consistency, written apart', () => {
  test('agree on every pair of sizes up to 66, on right and wrong proofs', () => {
    const wrong: string[] = [];
    for (let to = 0; to <= 66; to += 1)
      for (let from = 0; from <= to; from += 1) {
        const proof = proofOf(from, to);
        const [old, now] = [treeOf(from), treeOf(to)];
        const isRight =
          continues(old, now, proof) &&
          !continues(old, now, [...proof, old.root]) &&
          (from === 0 || !continues(treeOf(from, 'other'), now, proof)) &&
          (from === 0 || !continues(old, treeOf(to, 'other'), proof)) &&
          (proof.length === 0 || !continues(old, now, proof.slice(1)));
        if (!isRight) wrong.push(`${from} in ${to}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('a witness', () => {
  test('does not know logs that it was not told of, nor keys that are not theirs', async () => {
    const other = signingKey('other.example/log', keyTypes.log, hash('sha256', 'x', 'buffer'));
    expect((await add(0, [], noteOf(5, other))).status).toBe(404);
    expect((await add(0, [], noteOf(5, stranger))).status).toBe(403);
    expect((await add(0, [], noteOf(5).replace('\n5\n', '\n6\n'))).status).toBe(403);
  });

  test('refuses what is not a request', async () => {
    expect((await add('05', [], noteOf(5))).status).toBe(400);
    expect((await add(0, [], 'nonsense')).status).toBe(400);
    expect((await add(6, [], noteOf(5))).status).toBe(400);
    expect((await fetch(witness.url)).status).toBe(404);
  });

  test('cosigns the first checkpoint and what continues it', async () => {
    const first = await add(0, [], noteOf(5));
    expect(first.status).toBe(200);
    const opened = openCheckpoint(`${noteOf(5)}${first.body}`, [log, parseVkey(witness.vkey)!]);
    expect(opened?.verified).toHaveLength(2);
    expect(Math.abs(opened!.verified[1]!.at!.getTime() - Date.now())).toBeLessThan(60_000);
    expect((await add(5, proofOf(5, 12), noteOf(12))).status).toBe(200);
    expect((await add(12, [], noteOf(12))).status, 'again').toBe(200);
  });

  test('tells the size that it saw when asked from another', async () => {
    expect(await add(5, proofOf(5, 20), noteOf(20))).toEqual({
      status: 409,
      type: 'text/x.tlog.size',
      body: '12\n',
    });
    expect((await add(0, [], noteOf(5))).status).toBe(409);
  });

  test('never signs a second history', async () => {
    for (const [proof, note] of [
      [proofOf(12, 20, 'fork'), noteOf(20, log, 'fork')],
      [[], noteOf(12, log, 'fork')],
      [[], noteOf(20)],
      [proofOf(12, 20).slice(1), noteOf(20)],
    ] as const)
      expect((await add(12, proof, note)).status).toBe(422);
  });

  test('shows what it signed last, with both signatures', async () => {
    const answer = await fetch(`${witness.url}/${hash('sha256', origin, 'hex')}/checkpoint`);
    const opened = openCheckpoint(await answer.text(), [log, parseVkey(witness.vkey)!]);
    expect(opened).toMatchObject({ checkpoint: { size: 12 }, verified: [{}, {}] });
    expect((await fetch(`${witness.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
  });

  test('asked for many at once signs one line of history', async () => {
    const sizes = Array.from({ length: 20 }, (_, n) => 13 + n);
    const answers = await Promise.all(
      sizes.map((size) => add(12, proofOf(12, size), noteOf(size))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('forgets nothing when its power is cut', async () => {
    const { vkey } = witness;
    const before = (await add(0, [], noteOf(5))).body;
    await witness.kill();
    witness = await startWitness('chung-kien.example.vn', file, [formatVkey(log)]);
    expect(witness.vkey).toBe(vkey);
    expect((await add(0, [], noteOf(5))).body).toBe(before);
  });
});
