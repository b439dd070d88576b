import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles } from './architecture/imports.ts';
import { lintMigration } from './architecture/migration-lint.ts';

/** Steps that no installation in use has to take while people work: they were written before the first release. */
const early = new Set(
  readFileSync('test/architecture/before-first-release.txt', 'utf8').split('\n'),
);
const steps = readFiles('src', ['.sql']).filter(({ path }) => path.includes('/migrations/'));
const nameOf = (path: string) => `${path.split('/').at(-3)}/${basename(path)}`;

describe('steps of the schema', () => {
  test('after the first release keep nobody out and take nothing away that is in use (a line "-- locks: why" excuses one)', () => {
    expect(steps.length).toBeGreaterThan(50);
    const findings = steps
      .filter(({ path }) => !early.has(nameOf(path)))
      .flatMap(({ path, text }) => lintMigration(text).map((finding) => ({ path, ...finding })));
    expect(findings).toEqual([]);
  });

  test.each([
    'alter table a.t add column made_at timestamptz not null default now()',
    'alter table a.t add column id uuid default gen_random_uuid()',
    'alter table a.t add n int not null',
    'alter table a.t alter column n set not null',
    'alter table a.t alter n type bigint',
    'alter table a.t add constraint c check (n > 0)',
    'alter table a.t add constraint c foreign key (n) references a.o',
    'alter table a.t add constraint c unique (n)',
    'alter table a.t drop column n',
    'alter table a.t rename column n to m',
    'drop table a.t',
    'create index on a.t (n)',
    'create unique index i on a.t (n)',
  ])('are refused: %s', (sql) => {
    expect(lintMigration(`select 1;\n${sql};`)).not.toEqual([]);
    expect(lintMigration(`-- locks: the table has a dozen rows\n${sql};`)).toEqual([]);
  });

  test.each([
    'alter table a.t add column n int',
    'alter table a.t add column n int not null default 0',
    'alter table a.t add constraint c check (n > 0) not valid',
    'alter table a.t validate constraint c',
    'create table a.t (n int not null); create index on a.t (n); alter table a.t add check (n > 0)',
    'create index concurrently on a.t (n)',
    `comment on table a.t is 'drop table a.t; alter table a.t drop column n'`,
    'create function a.f() returns void language sql as $$ drop table a.t; $$',
  ])('are taken: %s', (sql) => {
    expect(lintMigration(sql)).toEqual([]);
  });
});
