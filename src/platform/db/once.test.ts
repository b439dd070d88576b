import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';
import { forget, once } from './once.ts';
import type { Tx } from './tx.ts';

const database = testDatabase('identity');

test('what is read once in a transaction is read again in the next, and after a change of one’s own', async () => {
  let reads = 0;
  const read = (tx: Tx) =>
    once(tx, 'test', async () => {
      reads += 1;
      const { rows } = await sql<{ one: number }>`select 1 as one`.execute(tx);
      return rows[0]!.one;
    });
  await database().transaction(async (tx) => {
    expect(await Promise.all([read(tx), read(tx)])).toEqual([1, 1]);
    expect(reads).toBe(1);
    forget(tx, 'test');
    await read(tx);
    expect(reads).toBe(2);
  });
  await database().transaction(read);
  expect(reads).toBe(3);
});
