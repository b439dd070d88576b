import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';

const database = testDatabase('identity');

describe('a transaction', () => {
  it('keeps what was written when it ends well', async () => {
    await database().transaction((tx) => sql`create table kept (n int)`.execute(tx));
    const found = await database().transaction((tx) => sql`select * from kept`.execute(tx));
    expect(found.rows).toEqual([]);
  });

  it('takes everything back when the rule says no, and hands the refusal on', async () => {
    const outcome = await database().transaction(async (tx) => {
      await sql`create table gone (n int)`.execute(tx);
      return refuse('test.no');
    });
    expect(outcome).toEqual({ refused: 'test.no' });
    const look = database().transaction((tx) => sql`select * from gone`.execute(tx));
    await expect(look).rejects.toThrow('does not exist');
  });

  it('takes everything back when something breaks', async () => {
    const broken = database().transaction(async (tx) => {
      await sql`create table lost (n int)`.execute(tx);
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
  });

  it('is tried again after a deadlock, so that both sides come through', async () => {
    await database().transaction((tx) =>
      sql`create table pair as select g as id, 0 as n from generate_series(1, 2) g`.execute(tx),
    );
    const bump = (first: number, second: number) =>
      database().transaction(async (tx) => {
        await sql`update pair set n = n + 1 where id = ${first}`.execute(tx);
        await sql`select pg_sleep(0.2)`.execute(tx);
        await sql`update pair set n = n + 1 where id = ${second}`.execute(tx);
      });
    await Promise.all([bump(1, 2), bump(2, 1)]);
    const { rows } = await database().transaction((tx) => sql`select n from pair`.execute(tx));
    expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('reads days as text and large counts as numbers', async () => {
    const { rows } = await database().transaction((tx) =>
      sql`select date '2026-07-15' as day, count(*) as many from pair`.execute(tx),
    );
    expect(rows).toEqual([{ day: '2026-07-15', many: 2 }]);
  });
});
