import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginOrder } from '#/modules/payment/begin-order.ts';
import { isRefusal } from '#/platform/refusal.ts';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { testDatabase } from '../database/fixture.ts';
import { openTreasury } from '../payment/treasury.ts';

const database = testDatabase('payment');
const program = fileURLToPath(new URL('./payment-program.ts', import.meta.url));
const each = 20;
const total = 8_000;

/** Runs the program for some milliseconds of its work and kills it hard. True when it was done before. */
async function runFor(args: readonly string[], ms: number): Promise<boolean> {
  const worker = fork(program, args, {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<boolean>((resolve) => {
    worker.on('message', (word) => void (word === 'done' && resolve(true)));
    worker.on('exit', () => resolve(false));
  });
  await new Promise((resolve) => worker.once('message', resolve));
  const killing = pause(ms).then(() => {
    worker.kill('SIGKILL');
    return ended;
  });
  return Promise.race([ended, killing]);
}

test('power cut again and again while gateways tell and a statement is read: nothing is booked twice, nothing is lost', async () => {
  const treasury = await openTreasury(database());
  const orders: string[] = [];
  const references: string[] = [];
  for (let n = 0; n < each; n += 1) {
    const demand = await treasury.demand(total);
    const order = await database().transaction((tx) =>
      beginOrder(tx, treasury.clerk, { demandId: demand.id, gateway: 'vnpay' }),
    );
    if (isRefusal(order)) throw new Error(order.refused);
    orders.push(order.reference);
    references.push((await treasury.demand(total)).reference);
  }
  const args = [
    database().url,
    treasury.unitId,
    references.join(','),
    orders.join(','),
    String(total),
  ];
  let kills = 0;
  while (!(await runFor(args, 40 + 90 * kills))) kills += 1;
  expect(kills, 'it was cut off at least twice').toBeGreaterThan(1);
  const { rows } = await database().transaction((tx) =>
    sql<Record<string, number>>`
      select (select count(*) from payment.demand where state = 'paid')::int as paid,
             (select count(*) from payment.arrival)::int as arrivals,
             (select count(*) from payment.payment)::int as payments,
             (select count(*) from payment.receipt)::int as receipts,
             (select max(number) from payment.receipt)::int as last_number,
             (select coalesce(sum(amount), 0) from payment.entry)::int as books,
             (select count(*) from payment.statement_entry where verdict = 'paid')::int as lines`.execute(
      tx,
    ),
  );
  const all = 2 * each;
  expect(rows[0]).toEqual({
    paid: all,
    arrivals: all,
    payments: all,
    receipts: all,
    last_number: all,
    books: 0,
    lines: each,
  });
  expect(await treasury.balance('transit')).toBe(each * total);
  expect(await treasury.balance('bank')).toBe(each * total);
  expect(await treasury.held()).toBe(0);
}, 120_000);
