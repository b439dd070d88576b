import { sql } from 'kysely';
import { expect, test } from 'vitest';
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
  await database().transaction(async (tx) => {
    for (let number = 1; number <= 6; number += 1) {
      await sql`select ${number}::int as often`.execute(tx);
      await sql`select * from identity.account where name = ${String(number)}`.execute(tx);
    }
    const { rows } = await sql<{
      statement: string;
    }>`select statement from pg_prepared_statements where statement ~ 'often|person'`.execute(tx);
    expect(rows).toEqual([{ statement: 'select $1::int as often' }]);
  });
});
