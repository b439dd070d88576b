import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { FileDamaged, FileGone, openFolder } from '../files/index.ts';
import { destroyKeys, retireKeys } from '../vault/index.ts';
import { rewrapFileKeys, sealFiles, sealFilesUnderNewKeys, type SealedFiles } from './index.ts';

const database = testDatabase('identity');
const root = mkdtempSync(join(tmpdir(), 'sealed-files-'));
const store = openFolder(root);
let files: SealedFiles;
beforeAll(() => void (files = sealFiles(store, database())));
afterAll(() => rmSync(root, { recursive: true }));

const record = { by: 'Nguyễn Văn A', why: 'đơn xóa', at: new Date() };

function pathOf(key: string): string {
  const [area = '', hash = ''] = key.split('/');
  return join(root, area, hash.slice(0, 2), hash.slice(2));
}

function onDisk(): Buffer {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(root, name),
  );
  return Buffer.concat(
    names.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name)),
  );
}

async function listed(area: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(area)) keys.push(key);
  return keys;
}

test('what was put is read back the same, named by its hash and size, and lies unreadable on the disk', async () => {
  const bytes = Buffer.concat([Buffer.from('Giấy khai sinh của Bé'), randomBytes(200_000)]);
  const stored = await files.put('papers', bytes, newId());
  expect(stored).toMatchObject({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  });
  expect((await files.read(stored.key)).equals(bytes)).toBe(true);
  expect((await buffer(await files.get(stored.key))).equals(bytes)).toBe(true);
  expect(onDisk().includes('Giấy khai sinh')).toBe(false);
  expect(await files.has(stored.key)).toBe(true);
});

test('the same content of two people lies twice, and each is erased alone', async () => {
  const [one, two] = [newId(), newId()];
  const first = await files.put('twice', Buffer.from('giấy'), one);
  const second = await files.put('twice', Buffer.from('giấy'), two);
  expect(first.key).not.toBe(second.key);
  expect(first.sha256).toBe(second.sha256);
  await database().transaction((tx) => destroyKeys(tx, [one], record));
  await expect(files.read(first.key)).rejects.toThrow(FileGone);
  expect(String(await files.read(second.key))).toBe('giấy');
});

test('a file in the place of another, a plain one, a cut one and a missing one are refused', async () => {
  const whose = newId();
  const [one, two] = [
    await files.put('watched', randomBytes(100_000), whose),
    await files.put('watched', randomBytes(100_000), whose),
  ];
  const [mine, other] = [readFileSync(pathOf(one.key)), readFileSync(pathOf(two.key))];
  for (const bytes of [other, Buffer.from('%PDF-1.7'), mine.subarray(0, 65_560), Buffer.alloc(0)]) {
    writeFileSync(pathOf(one.key), bytes);
    await expect(files.read(one.key)).rejects.toThrow(FileDamaged);
    await expect(buffer(await files.get(one.key))).rejects.toThrow(FileDamaged);
  }
  rmSync(pathOf(one.key));
  await expect(files.read(one.key)).rejects.toThrow(FileGone);
  await database().transaction((tx) =>
    sql`update platform.file_key set wrapped = (select wrapped from platform.file_key where name = ${one.key}) where name = ${two.key}`.execute(
      tx,
    ),
  );
  await expect(files.read(two.key)).rejects.toThrow(/đã bị sửa/);
});

test('a file goes over to another owner and to new keys without being written again', async () => {
  const [draft, dossier] = [newId(), newId()];
  const { key } = await files.put('moved', Buffer.from('tờ khai'), draft);
  const before = readFileSync(pathOf(key));
  await database().transaction((tx) => rewrapFileKeys(tx, [key], dossier));
  await database().transaction((tx) => destroyKeys(tx, [draft], record));
  expect(String(await files.read(key))).toBe('tờ khai');
  await database().transaction((tx) => retireKeys(tx, [dossier]));
  expect(await sealFilesUnderNewKeys(database())).toBe(1);
  expect(await sealFilesUnderNewKeys(database())).toBe(0);
  expect(String(await files.read(key))).toBe('tờ khai');
  expect(readFileSync(pathOf(key)).equals(before)).toBe(true);
});

test('a file whose transaction fails cannot be read, and is listed to be swept away', async () => {
  let key = '';
  await database()
    .transaction(async (tx) => {
      ({ key } = await files.put('failed', Buffer.from('x'), newId(), tx));
      expect(String(await files.read(key, tx))).toBe('x');
      throw new Error('too late');
    })
    .catch(() => undefined);
  await expect(files.read(key)).rejects.toThrow(FileGone);
  expect(await listed('failed')).toEqual([key]);
  await files.remove(key);
  expect(await listed('failed')).toEqual([]);
});

test('a file of before is sealed once and keeps its name; one that was changed is not taken', async () => {
  const { key } = await store.put('before', Buffer.from('bản chụp cũ'));
  await expect(files.read(key)).rejects.toThrow(FileGone);
  await files.sealPlain(key, newId());
  await files.sealPlain(key, newId());
  expect(String(await files.read(key))).toBe('bản chụp cũ');
  expect(onDisk().includes('bản chụp cũ')).toBe(false);
  expect(await listed('before')).toEqual([key]);
  await files.remove(key, new Date(Date.now() - 60_000));
  expect(await files.has(key)).toBe(true);
  await files.remove(key);
  expect([await files.has(key), await listed('before')]).toEqual([false, []]);
  const changed = await store.put('before', Buffer.from('đúng'));
  writeFileSync(pathOf(changed.key), 'sai');
  await expect(files.sealPlain(changed.key, newId())).rejects.toThrow(FileDamaged);
});
