import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.ts';
import type { Tx } from './tx.ts';
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

  it('runs statements that do not wait for each other in the order of asking', async () => {
    const marks = await database().transaction(async (tx) => {
      await sql`create temporary table mark (place int generated always as identity, n int) on commit drop`.execute(
        tx,
      );
      const write = (n: number) => sql`insert into mark (n) values (${n})`.execute(tx);
      const [, , found] = await Promise.all([
        write(1),
        write(2),
        sql`select n from mark order by place`.execute(tx),
        write(3),
      ]);
      return found.rows;
    });
    expect(marks).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('tells the first fault of several statements at once, and takes everything back', async () => {
    const broken = database().transaction((tx) =>
      Promise.all([
        sql`create table half_done (n int)`.execute(tx),
        sql`select 1 / 0`.execute(tx),
        sql`select * from half_done`.execute(tx),
      ]),
    );
    await expect(broken).rejects.toThrow('division by zero');
    const look = database().transaction((tx) => sql`select * from half_done`.execute(tx));
    await expect(look).rejects.toThrow('does not exist');
  });

  it('lets nothing through that comes late, when all else is being taken back', async () => {
    await database().transaction((tx) => sql`create table latecomer (n int)`.execute(tx));
    let late: Promise<unknown> | undefined;
    const broken = database().transaction(async (tx) => {
      await sql`select 1`.execute(tx);
      late = afterTurns(20).then(() => sql`insert into latecomer values (1)`.execute(tx));
      late.catch(() => undefined);
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    await expect(late).rejects.toThrow('ended');
    const { rows } = await database().transaction((tx) => sql`select * from latecomer`.execute(tx));
    expect(rows).toEqual([]);
  });

  it('is over when it has ended', async () => {
    let kept: Tx | undefined;
    await database().transaction(async (tx) => {
      kept = tx;
      return sql`select 1`.execute(tx);
    });
    await expect(sql`select 1`.execute(kept!)).rejects.toThrow(/ended|committed/);
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

/** Some turns later, but before any answer can have come over the wire. */
async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}
