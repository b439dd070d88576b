import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';

const database = testDatabase('identity');

test('a marked statement is prepared once per connection, another is not', async () => {
  await database().transaction(async (tx) => {
    for (const number of [1, 2, 3]) {
      const { rows } = await sql<{
        sum: number;
      }>`/* prepared */ select ${number}::int + 1 as sum`.execute(tx);
      expect(rows).toEqual([{ sum: number + 1 }]);
      await sql`select ${number}::int`.execute(tx);
    }
    const { rows } = await sql<{
      statement: string;
    }>`select statement from pg_prepared_statements`.execute(tx);
    expect(rows.map(({ statement }) => statement)).toEqual([
      '/* prepared */ select $1::int + 1 as sum',
    ]);
  });
});

test('a statement that is used often is prepared too, unless it asks for all columns', async () => {
  // A module of its own: the statements of other tests in this process do not count.
  vi.resetModules();
  const { statementName } = await import('./prepared.ts');
  const names = Array.from({ length: 6 }, () => statementName('select $1::int as often'));
  expect(names.map((name) => name !== undefined)).toEqual([false, false, false, false, true, true]);
  expect(names[4]).toBe(names[5]);
  for (let use = 0; use < 6; use += 1)
    expect(statementName('select * from identity.account where name = $1')).toBeUndefined();
});
