import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { freePort } from '#/platform/db/embedded/launch.ts';
import { testDatabase } from '../database/fixture.ts';
import { testSecret } from '../database/vault.ts';
import { demoCommune } from '../journeys/commune.ts';

const database = testDatabase(undefined, demoCommune);
const root = fileURLToPath(new URL('../..', import.meta.url));

it('started by npm, the program ends in order when npm is ended, which hands no signal on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-npm-'));
  mkdirSync(join(dataDir, 'keys'));
  writeFileSync(join(dataDir, 'keys', 'secret'), testSecret, { mode: 0o600 });
  const port = await freePort();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: dataDir,
      DATABASE_URL: database().url,
      CQS_DATA_DIR: dataDir,
      CQS_LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const closed = new Promise<void>((resolve) => npm.once('close', () => resolve()));
  try {
    await until(async () => (await answers(port)) === 200, 120_000);
    npm.kill('SIGTERM');
    await until(async () => (await answers(port)) === undefined, 20_000);
    // The pipes close when the last of npm, its shell and the program has ended.
    await closed;
    expect(output).toContain('Đang dừng');
  } finally {
    endGroup(npm.pid!);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function answers(port: number): Promise<number | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz/ready`).catch(() => undefined);
  return answer?.status;
}

async function until(holds: () => Promise<boolean>, mostMs: number): Promise<void> {
  for (let waited = 0; waited < mostMs; waited += 100) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error(`waited in vain for ${mostMs} ms`);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended, as they should.
  }
}
