import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const name = `start_${process.pid}`;
const place = join(mkdtempSync(join(tmpdir(), 'cqs-place-')), 'Tải về x');

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(async () => {
  for (const part of ['src', 'tools', 'procedures', 'package.json', 'package-lock.json'])
    cpSync(join(root, part), join(place, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  await administer(`create database ${name}`);
});
afterAll(async () => {
  await administer(`drop database ${name} with (force)`);
  rmSync(join(place, '..'), { recursive: true, force: true });
});

test('the program starts in a folder whose name holds a space and Vietnamese letters', async () => {
  const url = Object.assign(new URL(inject('databaseServer')), { pathname: `/${name}` }).href;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(place, 'tools/start.mjs'), 'migrate'],
    { cwd: place, env: { PATH: process.env['PATH'], DATABASE_URL: url } },
  );
  expect(stdout).toContain('Đã cập nhật cấu trúc dữ liệu');
});
