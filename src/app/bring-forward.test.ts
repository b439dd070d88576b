import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database/fixture.ts';
import { bringForward, warnOfExcess } from './bring-forward.ts';
import type { DatabaseServer } from './server-of.ts';

const database = testDatabase();
let [owner, program]: DatabaseServer[] = [];
beforeAll(() => {
  const stop = () => Promise.resolve();
  const { url, programUrl } = database();
  owner = { url, programUrl, stop };
  program = { url: programUrl, programUrl, stop };
});

async function runAs(url: string, ...statements: string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    return rows;
  } finally {
    await client.end();
  }
}

describe('the account under which pages and jobs work', () => {
  test('reads and writes rows, and becomes the line of whoever asks', async () => {
    const { programUrl } = database();
    expect(await runAs(programUrl, 'select from identity.account')).toBeGreaterThan(0);
    expect(await runAs(programUrl, 'update identity.account set id = id')).toBeGreaterThan(0);
    expect(await runAs(programUrl, 'set role cqs_visitor', 'select from mandate.mandate')).toBe(0);
  });

  test.each([
    'alter table dossier.dossier disable row level security',
    'alter table dossier.dossier no force row level security',
    'drop policy program on dossier.dossier',
    'create policy mine on dossier.dossier using (true)',
    'alter table dossier.dossier owner to current_user',
    'alter table dossier.act disable trigger all',
    'set session_replication_role = replica',
    'drop table dossier.draft',
    'truncate ledger.leaf',
    'update public.migration set name = name',
    'create table dossier.mine (id int)',
    'create table public.mine (id int)',
    'create role somebody',
    'alter role current_user bypassrls',
    'set role cqs',
    'drop schema dossier cascade',
  ])('may not: %s', async (statement) => {
    await expect(runAs(database().programUrl, statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|22023)$/) as string,
    });
  });

  test('sees no row of another when it works for somebody, also where its own policy would show all', async () => {
    const { rows } = await tables(
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and not exists (
         select from pg_policy p where p.polrelid = c.oid and p.polname = 'program')`,
    );
    expect(rows).toEqual([]);
    for (const line of ['cqs_visitor', 'cqs_citizen', 'cqs_official'])
      expect(
        (await tables(`select pg_has_role('${line}', 'cqs_program', 'member') as may`)).rows,
      ).toEqual([{ may: false }]);
  });

  async function tables(question: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: database().url });
    await client.connect();
    try {
      return await client.query(question);
    } finally {
      await client.end();
    }
  }
});

test('a process without the rights of the owner starts when all steps are done, and is told what to do when not', async () => {
  expect(await bringForward(program!, () => undefined)).toBe(false);
  await runAs(database().url, `delete from public.migration where name = 'platform/0001-platform'`);
  await expect(bringForward(program!, () => undefined)).rejects.toThrow(
    'còn thiếu 1 bước mà tài khoản này không được phép làm',
  );
});

test('an account that owns the tables is warned of, one that owns nothing is not', async () => {
  const told: string[] = [];
  await warnOfExcess(program!, (line) => told.push(line));
  expect(told).toEqual([]);
  await warnOfExcess({ ...owner!, programUrl: database().url }, (line) => told.push(line));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('SUPERUSER');
});
