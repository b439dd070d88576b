import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isAlive, isServerOf, readNote, writeNote } from './note.ts';

const root = mkdtempSync(join(tmpdir(), 'cqs-note-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the note beside the data', () => {
  const folder = join(root, 'postgres');

  test('is read as it was written, and replaced whole', () => {
    expect(readNote(folder)).toBeUndefined();
    writeNote(folder, { ownerPid: 1, postgresPid: 2, port: 3 });
    writeNote(folder, { ownerPid: 1, postgresPid: 4, port: 3 });
    expect(readNote(folder)).toEqual({ ownerPid: 1, postgresPid: 4, port: 3 });
    expect(readdirSync(root)).toEqual(['postgres.server.json']);
  });

  test('that a crash cut short counts as none', () => {
    writeFileSync(`${folder}.server.json`, '{"ownerPid": 1, "post');
    expect(readNote(folder)).toBeUndefined();
  });
});

describe('a process', () => {
  test('lives until it ends', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', root]);
    await once(child, 'spawn');
    expect(isAlive(child.pid!)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(child.pid!)).toBe(false);
  });

  test('is the server of a folder only when it was started on it: numbers are used again', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', root]);
    await once(child, 'spawn');
    expect(isServerOf(child.pid!, root)).toBe(true);
    expect(isServerOf(child.pid!, join(root, 'other'))).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isServerOf(child.pid!, root)).toBe(false);
  });
});
