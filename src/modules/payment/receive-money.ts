import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { allot } from './allot.ts';
import { postEvent } from './book/post-event.ts';
import type { Demand } from './demand.ts';
import { printReceipt } from './print-receipt.ts';
import { issueReceipt, type Receipt } from './receipt.ts';
import { settle } from './settle.ts';
import {
  insertAllotments,
  insertArrival,
  listHeld,
  lockArrival,
  type Arrival,
} from './store/arrivals.ts';
import { insertPayment, lockDemand, lockRecordedByHand, type Payment } from './store/demands.ts';

/** Money that somebody tells us has come. */
export type ArrivedMoney = Omit<Arrival, 'id'>;

/** What became of it. `known`: it was told before, or recorded by hand, and nothing is written. */
export interface Reception {
  readonly outcome: 'known' | 'held' | 'paid';
  readonly arrivalId: string | null;
}

/**
 * Takes money in that came at a bank or gateway: once, whoever tells of it how often. It is held until it suffices for
 * the demand that it was sent for; what is too much, or for nobody, stays held for people to decide.
 */
export async function receiveMoney(tx: Tx, actor: Actor, money: ArrivedMoney): Promise<Reception> {
  const known = await lockArrival(tx, money);
  if (known) return { outcome: 'known', arrivalId: known.id };
  if (money.way === 'transfer' && (await lockRecordedByHand(tx, money)))
    return { outcome: 'known', arrivalId: null };
  const arrival = { id: newId(), ...money };
  await insertArrival(tx, arrival, actor.at);
  await postEvent(tx, actor, {
    kind: 'arrival',
    amount: money.amount,
    way: money.way,
    unitId: money.unitId,
    sourceId: arrival.id,
  });
  const isPaid =
    money.demandId !== null && (await payFromHeld(tx, actor, money.demandId, money.way)) !== null;
  return { outcome: isPaid ? 'paid' : 'held', arrivalId: arrival.id };
}

/** Pays an open demand from what is held for it, when that suffices. Gives the receipt, or null. `way`: how the last of it came. */
export async function payFromHeld(
  tx: Tx,
  actor: Actor,
  demandId: string,
  way: Arrival['way'],
): Promise<Receipt | null> {
  const demand = await lockDemand(tx, demandId);
  if (demand?.state !== 'open') return null;
  const shares = allot(demand.total, await listHeld(tx, demandId));
  if (shares === null) return null;
  const payment = {
    id: newId(),
    demandId,
    method: way,
    amount: demand.total,
    bankReference: null,
    adjusts: null,
  };
  await insertPayment(tx, payment, actor.at, actor.accountId);
  await insertAllotments(
    tx,
    shares.map((share) => ({ id: newId(), ...share })),
    { paymentId: payment.id },
  );
  return concludePayment(tx, actor, demand, payment, 'held');
}

/** Books a payment that is written, issues and prints its receipt, and settles its demand. */
export async function concludePayment(
  tx: Tx,
  actor: Actor,
  demand: Demand,
  payment: Payment,
  way: 'cash' | 'transfer' | 'held',
): Promise<Receipt> {
  await postEvent(tx, actor, {
    kind: 'payment',
    amount: payment.amount,
    way,
    unitId: demand.unitId,
    sourceId: payment.id,
  });
  const receipt = await issueReceipt(tx, demand, payment, actor.at);
  await printReceipt(tx, actor, demand, payment, receipt);
  await settle(tx, actor, demand, { state: 'paid', ground: null });
  return receipt;
}
