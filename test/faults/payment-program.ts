// Hears gateways and takes a statement in until it is killed: node payment-program.ts URL UNIT REFERENCES ORDERS AMOUNT
import { systemActor } from '#/platform/http/index.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { takeWord } from '#/modules/payment/gateway/take-word.ts';
import { importStatement } from '#/modules/payment/statement/import-statement.ts';
import { matchNext } from '#/modules/payment/statement/match-entries.ts';
import { treasuryOpenedAt as at } from '../payment/treasury.ts';
import { testVault } from '../database/vault.ts';

const [, , url, unitId, references, orders, amount] = process.argv;
const database = openDatabase(url!, 2, testVault());
const total = Number(amount);

process.send?.('working');
// The gateway tells everything again after each crash, and everything twice.
for (const [index, reference] of orders!.split(',').entries()) {
  const heard = { reference, number: String(1_000 + index), amount: total, isPaid: true, at };
  for (let time = 0; time < 2; time += 1)
    await database.transaction((tx) => takeWord(tx, { gateway: 'vnpay', kind: 'ipn', heard }, at));
}
const rows = references!.split(',').map((one, index) => `14/07/2026,${total},FT${index},CK ${one}`);
const file = ['Ngày,Ghi có,Mã giao dịch,Nội dung', ...rows].join('\n');
await database.transaction((tx) =>
  importStatement(tx, { enqueue: async () => undefined }, systemActor(at), {
    unitId: unitId!,
    source: 'bank',
    name: 'sao-ke.csv',
    bytes: new TextEncoder().encode(file),
  }),
);
while (await database.transaction((tx) => matchNext(tx, at)));
await database.close();
process.send?.('done');
process.disconnect();
