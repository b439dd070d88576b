import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { issuedFor, sealedIssued } from '#/modules/document/index.ts';
import { registerPerson } from '#/modules/identity/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import {
  cancelDemands,
  demandFees,
  demandsOf,
  isSettled,
  onSettled,
  receiptsOf,
  recordPayment,
  setCollector,
  waive,
  type Demand,
  type FeeLine,
  type MoneyReceived,
} from './index.ts';
import { askBack, decideBack } from './give-back.ts';

const database = testDatabase('payment');
const at = new Date('2026-07-15T09:00:00+07:00');
const unitId = newId();

const clerk: Actor = {
  accountId: newId(),
  personId: newId(),
  kind: 'official',
  name: 'Phạm Thị Mai Lan',
  posts: [{ unitId, role: 'TIEP_NHAN' }],
  at,
  lang: 'vi',
};

const fee: FeeLine = {
  key: 'khai-sinh',
  label: text('Lệ phí hộ tịch', 'Civil status fee'),
  amount: 8_000,
  quantity: 1,
};

/** A demand of 8.000 đ for a new dossier, or another one for a given dossier. */
async function demanded(dossierId = newId(), lines: readonly FeeLine[] = [fee]): Promise<Demand> {
  const demand = await database().transaction(async (tx) => {
    await setCollector(tx, {
      unitId,
      agencyName: 'UBND phường Ninh Kiều',
      taxCode: '1800123456',
      series: '01/BLP',
      bankBin: '970436',
      bankName: 'Vietcombank',
      account: '1013456789',
      accountHolder: 'UBND PHUONG NINH KIEU',
    });
    const payer = await registerPerson(tx, payerFacts, at);
    return demandFees(tx, clerk, { dossierId, payerPersonId: payer.id, unitId, lines });
  });
  if (demand === null || isRefusal(demand)) throw new Error(JSON.stringify(demand));
  return demand;
}

const payerFacts = {
  fullName: 'Nguyễn Thị Bình',
  personalId: '000192000001',
};

function pay(demand: Demand, more: Partial<MoneyReceived> = {}, actor = clerk) {
  const money = { demandId: demand.id, method: 'cash' as const, amount: demand.total, ...more };
  return database().transaction((tx) => recordPayment(tx, actor, money));
}

const one = async (dossierId: string) =>
  (await database().transaction((tx) => demandsOf(tx, dossierId)))[0];
const settled = (dossierId: string) => database().transaction((tx) => isSettled(tx, dossierId));
const code = (outcome: unknown) => (outcome as Refusal).refused;

let forget: (() => void) | undefined;
afterEach(() => forget?.());

/** The dossiers that were announced as settled from now on. */
function announced(): string[] {
  const dossiers: string[] = [];
  forget = onSettled(async (_tx, dossierId) => {
    dossiers.push(dossierId);
  });
  return dossiers;
}

test('a fee is demanded with a reference that fits into a transfer, and paid at the counter', async () => {
  const dossiers = announced();
  const demand = await demanded();
  expect(demand.reference).toMatch(/^[0-9A-Z]{1,25}$/);
  expect(await settled(demand.dossierId)).toBe(false);
  const receipt = await pay(demand);
  expect(receipt).toMatchObject({
    agencyName: 'UBND phường Ninh Kiều',
    agencyTaxCode: '1800123456',
    series: '01/BLP',
    year: 2026,
    payerName: 'Nguyễn Thị Bình',
    amount: 8_000,
    amountWords: 'tám nghìn đồng',
    lines: [fee],
    issuedAt: at,
  });
  expect(await one(demand.dossierId)).toMatchObject({ state: 'paid', closedAt: at });
  expect(await settled(demand.dossierId)).toBe(true);
  expect(dossiers).toEqual([demand.dossierId]);
  expect(await database().transaction((tx) => receiptsOf(tx, demand.dossierId))).toEqual([receipt]);
});

test('the payer gets the receipt as a paper among the letters of the dossier', async () => {
  const demand = await demanded();
  const receipt = await pay(demand);
  if (isRefusal(receipt)) throw new Error(receipt.refused);
  await pay(demand);
  const letters = await database().transaction((tx) => issuedFor(tx, demand.dossierId));
  const serial = String(receipt.number).padStart(7, '0');
  expect(letters).toMatchObject([
    {
      kind: 'BLP2',
      title: 'Biên lai thu phí, lệ phí',
      issuer: 'UBND phường Ninh Kiều',
      number: `01/BLP số ${serial}`,
      state: 'waiting',
    },
  ]);
  const { rows } = await database().transaction((tx) =>
    sql<{ data: unknown }>`
      select ${sealedIssued.read('i')} from document.issued i where id = ${letters[0]!.id}`.execute(
      tx,
    ),
  );
  expect(rows[0]!.data).toMatchObject({
    taxCode: '1800123456',
    series: '01/BLP',
    serial,
    payer: { name: 'Nguyễn Thị Bình' },
    lines: [{ name: 'Lệ phí hộ tịch', quantity: 1, amount: '8.000 đ', sum: '8.000 đ' }],
    total: '8.000 đ',
    totalInWords: 'tám nghìn đồng',
    method: 'Tiền mặt',
    issuedOn: 'ngày 15 tháng 7 năm 2026',
    collectedBy: clerk.name,
    lookupCode: receipt.lookupCode,
  });
});

test('nothing is demanded where the fees come to nothing, and lines of nothing are left out', async () => {
  const free = { ...fee, quantity: 0 };
  const demand = await demanded(undefined, [fee, free, { ...fee, key: 'ban-sao', quantity: 3 }]);
  expect(demand.total).toBe(32_000);
  expect(demand.lines).toHaveLength(2);
  const owed = { dossierId: newId(), payerPersonId: demand.payerPersonId, unitId, lines: [free] };
  expect(await database().transaction((tx) => demandFees(tx, clerk, owed))).toBeNull();
  expect(await settled(owed.dossierId)).toBe(true);
});

test('a unit without an account for fees demands none', async () => {
  const owed = { dossierId: newId(), payerPersonId: newId(), unitId: newId(), lines: [fee] };
  const outcome = await database().transaction((tx) => demandFees(tx, clerk, owed));
  expect(code(outcome)).toBe('payment.no-collector');
});

test('too little and too much are refused with both amounts', async () => {
  const demand = await demanded();
  for (const amount of [7_000, 80_000]) {
    const outcome = await pay(demand, { amount });
    expect(outcome).toMatchObject({
      refused: 'payment.wrong-amount',
      facts: { expected: '8.000 đ' },
    });
  }
  expect(await one(demand.dossierId)).toMatchObject({ state: 'open' });
});

test('nobody pays twice, not even with two clicks at once', async () => {
  const demand = await demanded();
  const outcomes = await Promise.all([pay(demand), pay(demand), pay(demand)]);
  expect(outcomes.filter(isRefusal).map(code)).toEqual([
    'payment.already-paid',
    'payment.already-paid',
  ]);
  expect(await database().transaction((tx) => receiptsOf(tx, demand.dossierId))).toHaveLength(1);
});

test('a transfer that the bank reports again gives the first receipt again', async () => {
  const demand = await demanded();
  const transfer = { method: 'transfer' as const, bankReference: `FT${demand.reference}` };
  const [first, second] = await Promise.all([pay(demand, transfer), pay(demand, transfer)]);
  expect(first).toEqual(second);
  expect(await pay(demand, transfer)).toEqual(first);
});

test('one transfer cannot pay for two demands', async () => {
  const [a, b] = [await demanded(), await demanded()];
  const transfer = { method: 'transfer' as const, bankReference: `FT${a.reference}` };
  const outcomes = await Promise.all([pay(a, transfer), pay(b, transfer)]);
  expect(outcomes.filter(isRefusal).map(code)).toEqual(['payment.bank-reference-used']);
});

test('receipts are numbered from 1 without gaps, also when payments fail in between or come at once', async () => {
  const series = `TEST-${newId().slice(0, 8).toUpperCase()}`;
  const demands = await Promise.all(Array.from({ length: 8 }, () => demanded()));
  await database().transaction((tx) =>
    sql`update payment.collector set series = ${series}`.execute(tx),
  );
  forget = onSettled(async (_tx, dossierId) => {
    if (dossierId === demands[3]!.dossierId) throw new Error('the listener fails');
  });
  const outcomes = await Promise.allSettled(demands.map((demand) => pay(demand)));
  expect(
    outcomes.map(({ status }) => status).filter((status) => status === 'rejected'),
  ).toHaveLength(1);
  expect(await one(demands[3]!.dossierId)).toMatchObject({ state: 'open' });
  const numbers = outcomes.flatMap((outcome) => {
    if (outcome.status === 'rejected' || isRefusal(outcome.value)) return [];
    return [outcome.value.number];
  });
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a dossier with two demands is settled by the second, also when both are paid at once', async () => {
  const dossiers = announced();
  const first = await demanded();
  const second = await demanded(first.dossierId);
  await pay(first);
  expect(dossiers).toEqual([]);
  await pay(second);
  expect(dossiers).toEqual([first.dossierId]);

  const third = await demanded();
  const fourth = await demanded(third.dossierId);
  await Promise.all([pay(third), pay(fourth)]);
  expect(dossiers).toEqual([first.dossierId, third.dossierId]);
});

test('who is freed by law pays nothing, and the ground is kept', async () => {
  const dossiers = announced();
  const demand = await demanded();
  const free = (ground: string) =>
    database().transaction((tx) => waive(tx, clerk, { demandId: demand.id, ground }));
  expect(code(await free('  '))).toBe('payment.no-ground');
  expect(await free(' Hộ nghèo ')).toMatchObject({ state: 'waived', ground: 'Hộ nghèo' });
  expect(await one(demand.dossierId)).toMatchObject({ state: 'waived', ground: 'Hộ nghèo' });
  expect(dossiers).toEqual([demand.dossierId]);
  expect(code(await pay(demand))).toBe('payment.closed');
  expect(code(await free('lần nữa'))).toBe('payment.closed');
});

test('a withdrawn dossier owes nothing, and goes on nowhere', async () => {
  const dossiers = announced();
  const demand = await demanded();
  const cancel = () =>
    database().transaction((tx) =>
      cancelDemands(tx, clerk, { dossierId: demand.dossierId, ground: 'Rút hồ sơ' }),
    );
  expect(await cancel()).toBe(1);
  expect(await cancel()).toBe(0);
  expect(await one(demand.dossierId)).toMatchObject({ state: 'cancelled', ground: 'Rút hồ sơ' });
  expect(dossiers).toEqual([]);
});

test('money is given back by a further row; the payment stays as it was written', async () => {
  const demand = await demanded();
  const second = { ...clerk, accountId: newId() };
  const asked = () =>
    database().transaction((tx) => askBack(tx, clerk, { demandId: demand.id, ground: 'Thu nhầm' }));
  const decided = (actor: Actor, id: string) =>
    database().transaction((tx) => decideBack(tx, actor, { id, isApproved: true }));
  expect(code(await asked())).toBe('payment.not-paid');
  await pay(demand);
  const { id } = (await asked()) as { id: string };
  expect(code(await asked())).toBe('payment.already-asked-back');
  expect(code(await decided(clerk, id))).toBe('payment.own-wish');
  expect(await decided(second, id)).toMatchObject({ state: 'approved' });
  expect(code(await decided(second, id))).toBe('payment.decided');
  expect(code(await asked())).toBe('payment.not-paid');
  const { rows } = await database().transaction((tx) =>
    sql`select amount from payment.payment where demand_id = ${demand.id} order by id`.execute(tx),
  );
  expect(rows).toEqual([{ amount: 8_000 }, { amount: -8_000 }]);
});

test.each(['payment', 'receipt'])('rows of payment.%s cannot be changed', async (table) => {
  await pay(await demanded());
  for (const statement of [
    `update payment.${table} set amount = 1`,
    `delete from payment.${table}`,
  ]) {
    await expect(database().transaction((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
      /append-only/,
    );
  }
});

test('only the front office of the collecting unit takes money', async () => {
  const demand = await demanded();
  const leader = { ...clerk, posts: [{ unitId, role: 'LANH_DAO_UBND' }] };
  const elsewhere = { ...clerk, posts: [{ unitId: newId(), role: 'TIEP_NHAN' }] };
  const citizen = { ...clerk, kind: 'citizen' as const, posts: [] };
  for (const actor of [leader, elsewhere, citizen]) {
    expect(code(await pay(demand, {}, actor))).toBe('payment.not-collector');
  }
  expect(code(await pay({ ...demand, id: newId() }))).toBe('payment.no-demand');
});
