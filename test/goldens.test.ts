import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './architecture/imports.ts';
import { testDatabase } from './database/fixture.ts';
import { makeGoldens } from './goldens/goldens.ts';
import { testApplication, type TestApplication } from './journeys/application.ts';

const database = testDatabase();
let running: TestApplication;
let goldens: Record<string, string>;

beforeAll(async () => {
  running = testApplication(database().url);
  goldens = await makeGoldens(running.application, database());
});
afterAll(() => running.close());

describe('the generated documents', () => {
  for (const name of [
    'access.md',
    'configuration.md',
    'modules.md',
    'openapi.json',
    'pipeline.md',
    'refusals.md',
    'routes.md',
    'schema.md',
  ]) {
    it(`are as the code is: ${name} (npm run goldens writes them)`, () => {
      expect(readFileSync(join(root, 'docs/generated', name), 'utf8')).toBe(goldens[name]);
    });
  }

  it('leave no table or column of ours without a comment', async () => {
    const { rows } = await database().transaction((tx) =>
      sql<{ what: string }>`
        select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as what
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relkind in ('r', 'p') and not c.relispartition
           and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
           and (obj_description(c.oid, 'pg_class') is null
                or (col_description(c.oid, a.attnum) is null and a.attname not in ('id', 'dossier_id')))`.execute(
        tx,
      ),
    );
    expect(rows.map(({ what }) => what)).toEqual([]);
  });
});
