import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { FileGone, openFolder } from '#/platform/files/index.ts';
import { openLog } from '#/platform/log.ts';
import { sealFiles } from '#/platform/sealed-files/index.ts';
import { destroyKeys } from '#/platform/vault/index.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { sealPlainFiles } from './seal-plain-files.ts';

const database = testDatabase('document');
const folder = mkdtempSync(join(tmpdir(), 'plain-files-'));
const store = openFolder(folder);
afterAll(() => rmSync(folder, { recursive: true }));

async function keep(owner: string, key: string): Promise<void> {
  await database().transaction(async (tx) => {
    await sql`insert into document.paper (owner, code, bound_revision, bound_key) values (${owner}, 'GCS', 1, ${key})`.execute(
      tx,
    );
    await sql`insert into document.plain_file values (${key}) on conflict do nothing`.execute(tx);
  });
}

test('files of before are sealed for their owner, shared ones for nobody in particular, missing ones passed over', async () => {
  const files = sealFiles(store, database());
  const [one, two, three] = [newId(), newId(), newId()];
  const own = (await store.put('papers', Buffer.from('của một người'))).key;
  const joint = (await store.put('papers', Buffer.from('của hai người'))).key;
  await keep(one, own);
  await keep(two, joint);
  await keep(three, joint);
  await keep(newId(), `papers/${'0'.repeat(64)}`);
  const needs = { database: database(), files, log: openLog('silent') };
  expect(await sealPlainFiles(needs)).toBe(2);
  expect(await sealPlainFiles(needs)).toBe(0);
  const record = { by: 'An', why: 'đơn xóa', at: new Date() };
  await database().transaction((tx) => destroyKeys(tx, [one, two], record));
  await expect(files.read(own)).rejects.toThrow(FileGone);
  expect(String(await files.read(joint))).toBe('của hai người');
});
