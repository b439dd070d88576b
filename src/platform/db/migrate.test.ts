import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { migrate, MigrationFault, readMigrations, type Migration } from './migrate.ts';

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const first = step('thu/0001-first', 'create table first (n int)');
const second = step('thu/0002-second', 'create table second (n int)');

let url: string;
let name: string;

beforeEach(async () => {
  name = `migrate_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await on(inject('databaseServer'), `create database ${name}`);
  url = Object.assign(new URL(inject('databaseServer')), { pathname: `/${name}` }).href;
});
afterEach(() => on(inject('databaseServer'), `drop database ${name} with (force)`));

async function on(address: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('bringing a database forward', () => {
  test('takes each step once, in order, and tells which', async () => {
    expect(await migrate(url, [first])).toEqual(['thu/0001-first']);
    expect(await migrate(url, [first, second])).toEqual(['thu/0002-second']);
    expect(await migrate(url, [first, second])).toEqual([]);
  });

  test('takes back a step that breaks in its middle, keeps those before it, and goes on when it is mended', async () => {
    const broken = step('thu/0002-second', 'create table half (n int); select nothing');
    await expect(migrate(url, [first, broken])).rejects.toThrow('thu/0002-second');
    expect(
      await on(url, `select to_regclass('half') as half, to_regclass('first')::text as first`),
    ).toEqual([{ half: null, first: 'first' }]);
    expect(await migrate(url, [first, second])).toEqual(['thu/0002-second']);
  });

  test('refuses a step that was changed after it was taken', async () => {
    await migrate(url, [first]);
    const changed = step(first.name, `${first.sql}; -- later`);
    await expect(migrate(url, [changed])).rejects.toThrow(MigrationFault);
    await expect(migrate(url, [changed])).rejects.toThrow('đã bị sửa');
  });

  test('refuses a database that is newer than the program', async () => {
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toThrow('mới hơn chương trình');
  });

  test('whose process dies in the middle of a step leaves nothing of it, and the next process takes it', async () => {
    const slow = step('thu/0002-slow', 'create table half (n int); select pg_sleep(20)');
    const dying = migrate(url, [first, slow]).catch(() => 'died');
    for (let ended = 0; ended === 0;) {
      const rows = await on(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep(20)%'`,
      );
      ended = rows.length;
    }
    expect(await dying).toBe('died');
    expect(await on(url, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
    expect(await migrate(url, [first, second])).toEqual(['thu/0002-second']);
  });

  test('by two processes at once happens once', async () => {
    const slow = step('thu/0003-slow', 'select pg_sleep(0.3); create table slow (n int)');
    const [one, other] = await Promise.all([
      migrate(url, [first, slow]),
      migrate(url, [first, slow]),
    ]);
    expect([...one, ...other].toSorted()).toEqual(['thu/0001-first', 'thu/0003-slow']);
  });
});

test('steps are read by module in the order of modules, and by number in each', () => {
  const root = mkdtempSync(join(tmpdir(), 'cqs-migrations-'));
  try {
    for (const path of ['platform/db', 'modules/b', 'modules/a'].map((one) =>
      join(root, one, 'migrations'),
    )) {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, '0002-two.sql'), 'select 2');
      writeFileSync(join(path, '0001-one.sql'), 'select 1');
      writeFileSync(join(path, 'README.md'), '');
    }
    expect(readMigrations(root, ['b', 'none', 'a']).map((one) => one.name)).toEqual([
      'platform/0001-one',
      'platform/0002-two',
      'b/0001-one',
      'b/0002-two',
      'a/0001-one',
      'a/0002-two',
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a folder without the steps of the platform is not taken for one with nothing to do', () => {
  expect(() => readMigrations(join(tmpdir(), 'T%E1%BA%A3i'), [])).toThrow('ENOENT');
});
