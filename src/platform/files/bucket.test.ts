import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  bucketKeys,
  openBucketServer,
  type BucketServer,
} from '../../../test/faults/bucket-server.ts';
import { FileDamaged, FileGone, openBucket, type Files } from './index.ts';

let server: BucketServer;
let files: Files;
const options = () => ({
  bucket: 'giay-to',
  endpoint: server.endpoint,
  region: 'vn-1',
  ...bucketKeys,
  timeouts: { connect: 500, answer: 300 },
});

beforeAll(async () => {
  server = await openBucketServer('giay-to');
  files = openBucket(options());
});
afterAll(() => server.close());
beforeEach(() => {
  server.objects.clear();
  server.seen.length = 0;
  server.trouble('none', 0);
});

async function listed(area: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(area)) keys.push(key);
  return keys.toSorted();
}

async function* pieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

test('a file is named by its hash, read back the same, listed in its area over several pages, and removed', async () => {
  const stored = await Promise.all(
    ['a', 'b', 'c', ''].map((text) => files.put('papers', Buffer.from(text))),
  );
  await files.put('papers-old', Buffer.from('other'));
  expect(stored[0]!.key).toBe(`papers/${createHash('sha256').update('a').digest('hex')}`);
  expect(await listed('papers')).toEqual(stored.map(({ key }) => key).toSorted());
  for (const { key, size } of stored) expect(await files.read(key)).toHaveLength(size);
  await files.remove(stored[0]!.key, new Date(Date.now() - 60_000));
  expect(await files.has(stored[0]!.key), 'it was stored again meanwhile').toBe(true);
  await files.remove(stored[0]!.key);
  expect(await files.has(stored[0]!.key)).toBe(false);
  await expect(files.get(stored[0]!.key)).rejects.toThrow(FileGone);
  await expect(files.read('papers/../secret')).rejects.toThrow(RangeError);
});

test('a large file goes up in parts, and nothing of one that broke off stays behind', async () => {
  const bytes = Buffer.alloc(20 * 1024 * 1024, 'bản quét');
  const { key, size } = await files.put('papers', pieces(bytes, 1_000_000));
  expect(size).toBe(bytes.length);
  expect(await buffer(await files.get(key))).toEqual(bytes);
  expect([...server.objects.keys()]).toEqual([key]);
  async function* broken() {
    yield* pieces(bytes, 1_000_000);
    await Promise.reject(new Error('mất mạng'));
  }
  await expect(files.put('papers', broken())).rejects.toThrow('mất mạng');
  expect([...server.objects.keys()]).toEqual([key]);
  expect(server.uploads.size).toBe(0);
});

test('a busy or silent server is asked again', async () => {
  server.trouble('busy', 2);
  const { key } = await files.put('papers', Buffer.from('x'));
  expect(server.seen).toEqual(['PUT 503', 'PUT 503', 'PUT 200']);
  server.trouble('hang', 1);
  expect((await files.read(key)).toString()).toBe('x');
});

test('an answer that breaks off is a fault, never a shorter file', async () => {
  const { key } = await files.put('papers', Buffer.alloc(100_000, 'x'));
  server.trouble('cut', 9);
  await expect(files.read(key)).rejects.toThrow();
});

test('what was exchanged in the bucket is not taken for the file', async () => {
  const { key } = await files.put('papers', Buffer.from('giấy thật'));
  server.objects.set(key, { bytes: Buffer.from('giấy giả'), at: new Date() });
  await expect(files.read(key)).rejects.toThrow(FileDamaged);
});

test('a wrong secret key is refused, and nothing is stored', async () => {
  const stranger = openBucket({ ...options(), secretAccessKey: 'khác' });
  await expect(stranger.put('papers', Buffer.from('x'))).rejects.toThrow();
  expect(server.seen).toEqual(['PUT 403']);
  expect(server.objects.size).toBe(0);
});
