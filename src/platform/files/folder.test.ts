import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { FileDamaged, FileGone, openFolder } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(root, { recursive: true }));
const files = openFolder(root);

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7)
    yield await Promise.resolve(bytes.subarray(at, at + 7));
}

async function listed(area: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(area)) keys.push(key);
  return keys;
}

test('what was put is read back the same, at once or piece by piece, and named by its SHA-256', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const stored = await files.put('trial', bytes);
      expect(stored).toEqual({ key: `trial/${sha256}`, sha256, size: bytes.length });
      expect(await files.put('trial', pieces(bytes))).toEqual(stored);
      expect(new Uint8Array(await files.read(stored.key))).toEqual(bytes);
      expect(new Uint8Array(await buffer(await files.get(stored.key)))).toEqual(bytes);
    }),
    { numRuns: 30 },
  );
});

test('the same content is kept once in an area and apart from other areas', async () => {
  const first = await files.put('one', Buffer.from('giấy'));
  await files.put('one', Buffer.from('giấy'));
  await files.put('two', Buffer.from('giấy'));
  expect(await listed('one')).toEqual([first.key]);
  await files.remove(first.key);
  expect(await listed('one')).toEqual([]);
  expect(await listed('two')).toHaveLength(1);
});

test('a file that comes to an early end leaves nothing behind', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half');
    await Promise.reject(new Error('connection lost'));
  }
  await expect(files.put('broken', broken())).rejects.toThrow('connection lost');
  expect(await listed('broken')).toEqual([]);
  expect(readdirSync(join(root, '.incoming'))).toEqual([]);
});

test('a file that is stored again in the meantime is not swept away', async () => {
  const { key } = await files.put('swept', Buffer.from('x'));
  await files.remove(key, new Date(Date.now() - 60_000));
  expect(await files.has(key)).toBe(true);
  await files.remove(key, new Date(Date.now() + 60_000));
  expect(await files.has(key)).toBe(false);
});

test('a missing file and a changed file are told apart', async () => {
  const { key, sha256 } = await files.put('watched', Buffer.from('đúng'));
  writeFileSync(join(root, 'watched', sha256.slice(0, 2), sha256.slice(2)), 'sai');
  await expect(files.read(key)).rejects.toThrow(FileDamaged);
  await files.remove(key);
  await expect(files.read(key)).rejects.toThrow(FileGone);
  await expect(files.get(key)).rejects.toThrow(FileGone);
  await expect(files.remove(key)).resolves.toBeUndefined();
});

test.each([
  '../etc/passwd',
  'papers/../../x',
  `papers/${'A'.repeat(64)}`,
  `/${'0'.repeat(64)}`,
  '',
])('no path from outside reaches the disk: %s', async (key) => {
  await expect(files.get(key)).rejects.toThrow(RangeError);
  await expect(files.put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
});
