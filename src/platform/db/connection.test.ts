import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';

const database = testDatabase('identity');

const count = async (table: string) => {
  const { rows } = await database().transaction((tx) =>
    sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx),
  );
  return rows[0]!.n;
};

describe('writes whose answer nobody waits for', () => {
  it('are kept with everything else of the transaction', async () => {
    await database().transaction((tx) => sql`create table swift (n int unique)`.execute(tx));
    await database().transaction(async (tx) => {
      for (const n of [1, 2, 3])
        await sql`/* unanswered */ insert into swift values (${n})`.execute(tx);
      const { rows } = await sql<{ n: number }>`select count(*) as n from swift`.execute(tx);
      expect(rows).toEqual([{ n: 3 }]);
      await sql`/* unanswered */ insert into swift values (4)`.execute(tx);
    });
    expect(await count('swift')).toBe(4);
  });

  it('fail the transaction with their own fault, at its end or at its next statement', async () => {
    const atEnd = database().transaction(async (tx) => {
      await sql`insert into swift values (5)`.execute(tx);
      await sql`/* unanswered */ insert into swift values (1)`.execute(tx);
    });
    await expect(atEnd).rejects.toMatchObject({ code: '23505' });
    const atNext = database().transaction(async (tx) => {
      await sql`/* unanswered */ insert into swift values (1)`.execute(tx);
      await sql`insert into swift values (6)`.execute(tx);
      await sql`insert into swift values (7)`.execute(tx);
    });
    await expect(atNext).rejects.toMatchObject({ code: '23505' });
    expect(await count('swift')).toBe(4);
  });

  it('are taken back with a refusal, and leave the connection as good as new', async () => {
    for (let time = 0; time < 20; time += 1) {
      const outcome = await database().transaction(async (tx) => {
        await sql`/* unanswered */ insert into swift values (${time % 2})`.execute(tx);
        return refuse('test.no');
      });
      expect(outcome).toEqual({ refused: 'test.no' });
    }
    expect(await count('swift')).toBe(4);
  });
});

it('a transaction without a statement, and one that fails before its first, do no harm', async () => {
  expect(await database().transaction(async () => 'idle')).toBe('idle');
  const broken = database().transaction(async () => {
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  const { rows } = await database().transaction((tx) => sql`select 1 as one`.execute(tx));
  expect(rows).toEqual([{ one: 1 }]);
});
