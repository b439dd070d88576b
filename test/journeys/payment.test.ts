import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { handle } from './official.ts';
import type { Person } from './person.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
// Late registration: a fee is owed.
const late = {
  ...birth,
  giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  'con_ngay_sinh.day': '10',
  'con_ngay_sinh.month': '3',
};

/** A mother who owes a fee, with the address where she pays it. */
async function owing() {
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, slug, late);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await mother.open(`/ho-so/${code}`);
  const pay = /\/nop-tien\/[0-9a-f-]{36}/.exec(mother.html)![0];
  const reference = /LP[0-9A-Z]{10}/.exec(mother.html)![0];
  return { mother, code, pay, reference };
}

/** Goes to a gateway and behaves there. */
async function behave(person: Person, pay: string, gateway: string, manner: string) {
  await person.open(pay);
  await person.fill({}, `/${gateway}`);
  const link = /href="(https?:[^"]*\/cong-thanh-toan\/[^"]*)"/.exec(person.html)![1]!;
  const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
  await person.open(`${pathname}${search}`);
  await person.fill({}, `/${manner}`);
}

async function balance(account: string): Promise<number> {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ sum: number }>`
      select coalesce(sum(amount), 0)::bigint as sum from payment.entry where account = ${account}`.execute(
      tx,
    ),
  );
  return rows[0]!.sum;
}

test.each(['vnpay', 'quoc-gia'])(
  'a citizen pays through %s and sees the truth',
  async (gateway) => {
    const { mother, code, pay } = await owing();
    await behave(mother, pay, gateway, 'refuses');
    expect(mother.words).toContain('Chưa nộp được');
    await behave(mother, pay, gateway, 'pays-late');
    expect(mother.words).toContain('Chưa có kết quả thanh toán');
    const order = mother.path;
    office().at(new Date(office().services.clock.now().getTime() + 120_000).toISOString());
    await office().strike('payment.ask-gateways');
    await mother.open(order);
    expect(mother.words).toContain('Đã nộp');
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).not.toContain('Nộp trực tuyến');
  },
);

test('who paid too little is asked for the rest only, and the cashier takes nothing twice', async () => {
  const { mother, pay, reference } = await owing();
  await behave(mother, pay, 'vnpay', 'pays-too-little');
  expect(mother.words).toContain('Tiền đã đến nhưng chưa đủ');
  await mother.open(pay);
  expect(mother.words).toContain('còn thiếu');
  await behave(mother, pay, 'vnpay', 'pays');
  expect(mother.words).toContain('Đã nộp');
  const cashier = await office().signedIn('mot-cua-1');
  await cashier.open(`/can-bo/thu-phi?ma=${reference}`);
  expect(cashier.offers('/tien-mat')).toBe(false);
  await cashier.fill({ ground: 'Thu nhầm' }, '/hoan');
  await cashier.open('/can-bo/doi-soat');
  expect(cashier.words).toContain('Người khác phải duyệt');
  const before = await balance('transit');
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open('/can-bo/doi-soat');
  const [wish] = /\/can-bo\/doi-soat\/hoan\/[0-9a-f-]{36}/.exec(leader.html)!;
  await leader.send(wish, { verdict: 'approve', reference: '' });
  expect(leader.status).toBe(200);
  expect(await balance('transit')).toBeLessThan(before);
  await office().settle();
  // Each piece goes back by the order through which it came.
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ verdict: string; amount: number }>`
      select verdict, amount from payment.gateway_message where kind = 'refund' order by id`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([
    { verdict: 'taken', amount: 4_000 },
    { verdict: 'taken', amount: 4_000 },
  ]);
});

test('a day is prepared by one and closed by another', async () => {
  const { mother, pay } = await owing();
  await behave(mother, pay, 'vnpay', 'pays');
  const cashier = await office().signedIn('mot-cua-1');
  await cashier.open('/can-bo/doi-soat');
  const [day] = /\/can-bo\/doi-soat\/ngay\/[^"]+\/vnpay\/[^"]+/.exec(cashier.html)!;
  await cashier.open(day);
  await cashier.fill({ note: '' }, day);
  expect(cashier.words).toContain('Hai bên lệch nhau');
  await cashier.open(day);
  await cashier.fill({ note: 'VNPAY gửi tệp vào ngày mai' }, day);
  await cashier.open(day);
  expect(cashier.offers('/khoa')).toBe(false);
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open(day);
  await leader.fill({}, '/khoa');
  await leader.open(day);
  expect(leader.words).toContain('Ngày này đã khóa');
});
