import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { releaseDeadLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'cqs-lock-'));
const file = join(folder, 'postmaster.pid');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function lives(cwd: string, ...words: string[]): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', ...words], { cwd });
  children.push(child);
  await once(child, 'spawn');
  return child.pid!;
}

function lockOf(pid: number): void {
  writeFileSync(file, `${pid}\n${folder}\n1780000000\n5432\n\n127.0.0.1\n`);
}

const onLinux = existsSync('/proc/self/cwd');
beforeEach(() => rmSync(file, { force: true }));

test.runIf(onLinux)('on Linux the lock of a number that another program has now goes', async () => {
  lockOf(await lives(tmpdir()));
  releaseDeadLock(folder);
  expect(existsSync(file)).toBe(false);
});

test.runIf(onLinux)('on Linux the lock of a zombie goes', async () => {
  // A shell that starts a child, becomes a program that buries nobody, and tells the number of the child.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { cwd: tmpdir() });
  children.push(parent);
  const [number] = (await once(parent.stdout, 'data')) as [Buffer];
  await new Promise((resolve) => setTimeout(resolve, 200));
  lockOf(Number(number));
  releaseDeadLock(folder);
  expect(existsSync(file)).toBe(false);
});

test('the lock of a server that lives stays', async () => {
  lockOf(await lives(tmpdir(), folder));
  releaseDeadLock(folder);
  expect(existsSync(file)).toBe(true);
});

test('so does one beside which a child of the old server still works', async () => {
  const child = await lives(folder);
  lockOf(2 ** 22 - 1);
  releaseDeadLock(folder);
  expect(existsSync(file)).toBe(true);
  process.kill(child, 'SIGKILL');
});

test('without a lock there is nothing to do', () => {
  expect(() => releaseDeadLock(folder)).not.toThrow();
});
