import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openLog } from '#/platform/log.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { findAnchor, findAnchorOf, findDemoStamper } from '../store/anchors.ts';
import { insertCheckpoint, updatePublished } from '../store/checkpoints.ts';
import { anchorLatest } from './anchor-latest.ts';
import { demoStamper } from './demo-stamper.ts';
import { timeStampAnchor } from './time-stamps.ts';

const database = testDatabase('ledger');
const at = new Date();
at.setUTCMilliseconds(0);
const clock = stillClock(at);
const keys = keysFrom(Buffer.alloc(32, 7));
const log = openLog('silent');
const folder = mkdtempSync(join(tmpdir(), 'anchors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const services = () => ({ database: database(), keys, clock, log });
const anchors = () => [timeStampAnchor('trinh-dien', demoStamper(services()))];

async function publish(size: number): Promise<void> {
  await database().transaction(async (tx) => {
    const root = Buffer.alloc(32).toString('base64');
    const note = `dvc.example.vn/ledger\n${size}\n${root}\n\n— dvc.example.vn/ledger AAAAAAAA\n`;
    await insertCheckpoint(tx, { size, root: Buffer.alloc(32), note, madeAt: at });
    await updatePublished(tx, size, at, true);
  });
}

beforeAll(() => publish(5));

test('the published checkpoint is anchored once, and shows for every leaf that it covers', async () => {
  expect(await anchorLatest(services(), anchors())).toBe(1);
  expect(await anchorLatest(services(), anchors())).toBe(0);
  await database().transaction(async (tx) => {
    expect(await findAnchorOf(tx, 4)).toMatchObject({ size: 5, at });
    expect(await findAnchorOf(tx, 5)).toBeUndefined();
  });
  await publish(9);
  expect(await anchorLatest(services(), anchors())).toBe(1);
});

test('an authority that fails or stamps something else anchors nothing, and is asked again', async () => {
  await publish(12);
  const [own] = [demoStamper(services())];
  const stale = await own(Buffer.alloc(0)).catch(() => Buffer.alloc(0));
  const liars = [
    () => Promise.reject(new Error('away')),
    () => Promise.resolve(stale),
    () => Promise.resolve(Buffer.from('no answer')),
  ].map((stamper, n) => timeStampAnchor(`liar-${n}`, stamper));
  expect(await anchorLatest(services(), liars)).toBe(0);
  expect(await anchorLatest(services(), anchors())).toBe(1);
});

test.skipIf(spawnSync('openssl', ['version']).error)(
  'openssl ts accepts the proof of an anchor for its checkpoint alone (skipped without openssl)',
  async () => {
    const [kept, stamper] = await database().transaction(async (tx) => [
      (await findAnchor(tx, 5))!,
      (await findDemoStamper(tx))!,
    ]);
    const file = (name: string) => join(folder, name);
    const pem = (der: Buffer) =>
      `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
    writeFileSync(file('token'), kept.proof);
    writeFileSync(file('note'), kept.note);
    writeFileSync(file('other'), kept.note.replace('\n5', '\n6'));
    writeFileSync(file('root'), pem(stamper.root));
    writeFileSync(file('issuing'), pem(stamper.issuing));
    const trust = ['-CAfile', file('root'), '-untrusted', file('issuing')];
    const verify = (data: string) =>
      spawnSync('openssl', [
        'ts',
        '-verify',
        '-token_in',
        '-in',
        file('token'),
        '-data',
        file(data),
        ...trust,
      ]);
    expect(String(verify('note').stdout)).toContain('Verification: OK');
    expect(verify('other').status).not.toBe(0);
  },
);
