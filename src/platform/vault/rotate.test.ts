import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { keysFrom } from '../crypto/index.ts';
import { openDatabase, type Database } from '../db/index.ts';
import { openFileKms } from './file-kms.ts';
import { sealUnderNewKeys } from './reseal.ts';
import { destroyKeys, retireKeys, rotateKek } from './rotate.ts';
import { sealedColumn } from './sealed-column.ts';
import { createVault } from './vault.ts';

const given = testDatabase('identity');
const folder = mkdtempSync(join(tmpdir(), 'cqs-rotate-'));
const keys = keysFrom(Buffer.alloc(32, 3));
const openVault = () => createVault(openFileKms(join(folder, 'keks.json'), keys));
const note = sealedColumn<{ words: string }>({
  table: 'public.note',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { words: '—' },
});
let database: Database;
const people = Array.from({ length: 1_200 }, newId);

beforeAll(async () => {
  database = openDatabase(given().url, 4, openVault());
  await database.transaction(async (tx) => {
    await sql`truncate platform.data_key cascade`.execute(tx);
    await sql`create table public.note (id uuid primary key, person_id uuid, sealed bytea)`.execute(
      tx,
    );
    for (const person of people) await write(person, `của ${person}`, tx);
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function write(person: string, words: string, tx: Parameters<typeof note.seal>[0]) {
  const id = newId();
  await sql`insert into public.note values (${id}, ${person}, ${await note.seal(tx, person, id, { words })})`.execute(
    tx,
  );
}

/** What everybody reads, in a process that remembers nothing. */
async function readAll(): Promise<Map<string, string>> {
  const fresh = openDatabase(given().url, 1, openVault());
  const { rows } = await fresh.transaction((tx) =>
    sql<{
      person: string;
      words: string;
    }>`select n.person_id as person, ${note.read('n')} from public.note n`.execute(tx),
  );
  await fresh.close();
  return new Map(rows.map(({ person, words }) => [person, words]));
}

test('keys of keys are rotated while people read and write, and nothing is lost', async () => {
  let isOver = false;
  const late = newId();
  const readers = [1, 2].map(async () => {
    let reads = 0;
    for (; !isOver; reads += 1)
      expect((await readAll()).size).toBeGreaterThanOrEqual(people.length);
    return reads;
  });
  const first = await rotateKek(database);
  await database.transaction((tx) => write(late, 'mới', tx));
  const second = await rotateKek(database);
  isOver = true;
  for (const reads of await Promise.all(readers)) expect(reads).toBeGreaterThan(0);
  expect(first).toMatchObject({ rewrapped: 1_200, forgotten: [] });
  expect(second).toMatchObject({ rewrapped: 1_201, forgotten: ['secret'] });
  const all = await readAll();
  expect(all.get(late)).toBe('mới');
  for (const person of people) expect(all.get(person)).toBe(`của ${person}`);
});

test('a person’s own key is renewed: what it sealed is sealed anew, and reads as before', async () => {
  const [person] = people;
  const sealedNow = () =>
    database.transaction(async (tx) => {
      const { rows } = await sql<{
        sealed: Buffer;
      }>`select sealed from public.note where person_id = ${person}`.execute(tx);
      return rows[0]!.sealed;
    });
  const before = await sealedNow();
  expect(await database.transaction((tx) => retireKeys(tx, [person!]))).toBe(1);
  expect((await readAll()).get(person!)).toBe(`của ${person}`);
  expect(await sealUnderNewKeys((work) => database.transaction(work))).toBe(1);
  expect((await sealedNow()).equals(before)).toBe(false);
  expect((await readAll()).get(person!)).toBe(`của ${person}`);
  expect(await sealUnderNewKeys((work) => database.transaction(work))).toBe(0);
});

test('a destroyed key makes a backup of before unreadable for that person alone', async () => {
  const [, gone, stays] = people;
  const record = { by: 'thử', why: 'Điều 14', at: new Date() };
  expect(await database.transaction((tx) => destroyKeys(tx, [gone!], record))).toBe(1);
  const all = await readAll();
  expect(all.get(gone!)).toBe('—');
  expect(all.get(stays!)).toBe(`của ${stays}`);
});
