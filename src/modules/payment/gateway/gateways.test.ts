import { describe, expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Services } from '#/platform/module.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { openTreasury, treasuryOpenedAt as at } from '../../../../test/payment/treasury.ts';
import { beginOrder } from '../begin-order.ts';
import { hear } from '../pages/ipn.ts';
import { findOrder } from '../store/gateway.ts';
import { askGateways } from './ask-gateways.ts';
import { callGateway } from './call-gateway.ts';
import { openGateways } from './open-gateways.ts';
import type { Manner } from './simulator/simulator.ts';
import { sortedQuery, vnpay } from './vnpay.ts';

const database = testDatabase('payment');
const total = 100_000;

/** Lets a payer behave at a gateway, and gives how things stand afterwards. */
async function paying(code: string, manner: Manner) {
  const treasury = await openTreasury(database());
  const clock = stillClock(at);
  const services = {
    database: database(),
    clock,
    config: { gateways: null, isDemo: true, publicUrl: 'http://localhost' },
    log: { warn: () => undefined },
  } as unknown as Services;
  const { list, simulator } = openGateways(services);
  const gateway = list.find((one) => one.code === code)!;
  const demand = await treasury.demand(total);
  const order = await database().transaction((tx) =>
    beginOrder(tx, treasury.clerk, { demandId: demand.id, gateway: code }),
  );
  if (isRefusal(order)) throw new Error(order.refused);
  const payer = { address: '10.0.0.1', lang: 'vi', returnUrl: 'http://localhost/tro-ve' } as const;
  const goTo = new URL(await gateway.begin(order, payer));
  simulator!.open(code, Object.fromEntries(goTo.searchParams));
  const { notices } = simulator!.behave(code, order.reference, manner)!;
  const verdicts: string[] = [];
  for (const notice of notices) {
    const answer = await hear(services, gateway, notice);
    verdicts.push((answer['RspCode'] ?? answer['MaLoi'])!);
  }
  const asking = async (minutes: number) => {
    clock.set(new Date(at.getTime() + minutes * 60_000));
    await askGateways(services, list).run({});
  };
  const standing = async () => ({
    demand: await treasury.stateOf(demand),
    order: (await database().transaction((tx) => findOrder(tx, order.reference)))!.state,
    transit: await treasury.balance('transit'),
    suspense: -(await treasury.balance('suspense')) || 0,
    held: await treasury.held(),
  });
  return { verdicts, asking, standing, simulator: simulator!, order };
}

const paid = { demand: 'paid', order: 'paid', transit: total, suspense: 0, held: 0 };
const nothing = { demand: 'open', transit: 0, suspense: 0, held: 0 };

describe.each(['vnpay', 'quoc-gia'])('through %s', (code) => {
  test('who pays has paid', async () => {
    const { verdicts, standing } = await paying(code, 'pays');
    expect(verdicts).toEqual(['00']);
    expect(await standing()).toEqual(paid);
  });

  test('a payment that is told twice is booked once', async () => {
    const { verdicts, standing } = await paying(code, 'told-twice');
    expect(verdicts).toEqual(['00', '02']);
    expect(await standing()).toEqual(paid);
  });

  test('what is paid twice waits to be given back', async () => {
    const { standing } = await paying(code, 'pays-twice');
    const held = { transit: 2 * total, suspense: total, held: total };
    expect(await standing()).toEqual({ ...paid, ...held });
  });

  test('too little is held and pays nothing', async () => {
    const { verdicts, standing } = await paying(code, 'pays-too-little');
    expect(verdicts).toEqual(['04']);
    const half = total / 2;
    const held = { demand: 'open', transit: half, suspense: half, held: half };
    expect(await standing()).toEqual({ ...paid, ...held });
  });

  test('of too much what is owed is paid, the rest is held', async () => {
    const { standing } = await paying(code, 'pays-too-much');
    const held = { transit: total + 1_000, suspense: 1_000, held: 1_000 };
    expect(await standing()).toEqual({ ...paid, ...held });
  });

  test('a message with a wrong signature is refused and changes nothing', async () => {
    const { verdicts, standing } = await paying(code, 'wrong-signature');
    expect(verdicts).toEqual(['97']);
    expect(await standing()).toEqual({ ...nothing, order: 'begun' });
  });

  test('what says failed after the payment changes nothing', async () => {
    const { verdicts, standing } = await paying(code, 'out-of-order');
    expect(verdicts).toEqual(['00', '02']);
    expect(await standing()).toEqual(paid);
  });

  test('a refused card leaves the demand open', async () => {
    const { standing } = await paying(code, 'refuses');
    expect(await standing()).toEqual({ ...nothing, order: 'failed' });
  });

  test('a gateway that forgets to tell is asked', async () => {
    const { asking, standing } = await paying(code, 'pays-late');
    expect(await standing()).toEqual({ ...nothing, order: 'begun' });
    await asking(2);
    expect(await standing()).toEqual(paid);
    await asking(3);
    expect(await standing()).toEqual(paid);
  });

  test('a gateway that does not answer is asked until it does', async () => {
    const { asking, standing, simulator, order } = await paying(code, 'times-out');
    await asking(2);
    expect(await standing()).toEqual({ ...nothing, order: 'begun' });
    simulator.recover(order.reference);
    await asking(90);
    expect(await standing()).toEqual(paid);
  });

  test('a payment that never comes expires, not before the gateway was asked long after its end', async () => {
    const { asking, standing } = await paying(code, 'never-pays');
    await asking(44);
    expect(await standing()).toEqual({ ...nothing, order: 'begun' });
    await asking(46);
    expect(await standing()).toEqual({ ...nothing, order: 'expired' });
  });
});

test('what VNPAY signs is sorted by name and written as PHP does', () => {
  const fields = { vnp_TxnRef: 'A1', vnp_OrderInfo: "Nop phi (a) 'b'", vnp_Amount: '1000', x: '' };
  expect(sortedQuery(fields)).toBe(
    'vnp_Amount=1000&vnp_OrderInfo=Nop+phi+%28a%29+%27b%27&vnp_TxnRef=A1',
  );
});

test('a message of another terminal is not believed', () => {
  const own = {
    payUrl: 'http://x',
    apiUrl: 'http://x',
    terminal: 'A',
    secret: 'khoa-bi-mat-dai-du',
  };
  expect(vnpay(own, callGateway).hear({ vnp_TmnCode: 'A', vnp_SecureHash: 'ab' })).toBeNull();
});
