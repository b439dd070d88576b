import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { mayCollect, mayDecide } from './access.ts';
import { postEvent } from './book/post-event.ts';
import { mayBecome } from './demand.ts';
import { insertAllotments, lockOpenArrival } from './store/arrivals.ts';
import {
  getPaymentOf,
  insertPayment,
  lockDemandBeyond,
  lockDemand,
  updateDemandState,
} from './store/demands.ts';
import {
  insertGivingBack,
  lockGivingBack,
  updateGivingBack,
  type GivingBack,
} from './store/giving-back.ts';

/** What is to be given back, and why: a paid demand, or money that no demand needs. */
export type BackWish = { readonly ground: string } & (
  | { readonly demandId: string }
  | { readonly arrivalId: string }
);

/** Asks to give money back. Nothing moves until another person approves. */
export async function askBack(tx: Tx, actor: Actor, wish: BackWish): Promise<GivingBack | Refusal> {
  const ground = wish.ground.trim();
  if (ground === '') return refuse('payment.no-ground');
  const what =
    'demandId' in wish ? await paidDemand(tx, wish.demandId) : await leftOf(tx, wish.arrivalId);
  if (isRefusal(what)) return what;
  if (!mayCollect(actor, what.unitId)) return refuse('payment.not-collector');
  const asked: GivingBack = {
    id: newId(),
    ...what,
    ground,
    askedAt: actor.at,
    askedBy: actor.accountId,
    state: 'asked',
  };
  return (await insertGivingBack(tx, asked)) ? asked : refuse('payment.already-asked-back');
}

async function paidDemand(tx: Tx, demandId: string) {
  const demand = await lockDemand(tx, demandId);
  if (!demand) return refuse('payment.no-demand');
  if (!mayBecome(demand.state, 'refunded')) return refuse('payment.not-paid');
  const { unitId, total } = demand;
  return { unitId, demandId, arrivalId: null, amount: total };
}

async function leftOf(tx: Tx, arrivalId: string) {
  const arrival = await lockOpenArrival(tx, arrivalId);
  if (!arrival) return refuse('payment.no-arrival');
  if (arrival.left === 0) return refuse('payment.used-up');
  return { unitId: arrival.unitId, demandId: null, arrivalId, amount: arrival.left };
}

/** Decides what another has asked for. Approved, the money is booked as given back. */
export async function decideBack(
  tx: Tx,
  actor: Actor,
  { id, isApproved }: { readonly id: string; readonly isApproved: boolean },
): Promise<GivingBack | Refusal> {
  const wish = await lockGivingBack(tx, id);
  if (!wish) return refuse('payment.no-giving-back');
  if (!mayDecide(actor, wish.unitId)) return refuse('payment.not-collector');
  if (wish.state !== 'asked') return refuse('payment.decided');
  if (wish.askedBy === actor.accountId) return refuse('payment.own-wish');
  const state = isApproved ? 'approved' : 'refused';
  if (isApproved) {
    const refused = await (wish.demandId === null
      ? giveMoneyBack(tx, actor, wish, wish.arrivalId!)
      : giveDemandBack(tx, actor, wish, wish.demandId));
    if (refused) return refused;
  }
  await updateGivingBack(tx, id, { state, at: actor.at, accountId: actor.accountId });
  return { ...wish, state };
}

/** An adjusting row beside the payment, which stays as it was written. */
async function giveDemandBack(
  tx: Tx,
  actor: Actor,
  { unitId, amount, ground }: GivingBack,
  demandId: string,
): Promise<Refusal | undefined> {
  const demand = await lockDemandBeyond(tx, demandId);
  if (!demand || !mayBecome(demand.state, 'refunded')) return refuse('payment.not-paid');
  const paid = await getPaymentOf(tx, demandId);
  const back = { ...paid, id: newId(), amount: -amount, bankReference: null, adjusts: paid.id };
  await insertPayment(tx, back, actor.at, actor.accountId);
  await postEvent(tx, actor, {
    kind: 'refund',
    amount,
    way: paid.method,
    unitId,
    sourceId: back.id,
  });
  const { at, accountId } = actor;
  await updateDemandState(tx, demandId, { state: 'refunded', ground, at, accountId });
  return undefined;
}

async function giveMoneyBack(
  tx: Tx,
  actor: Actor,
  { id, unitId, amount }: GivingBack,
  arrivalId: string,
): Promise<Refusal | undefined> {
  const arrival = await lockOpenArrival(tx, arrivalId);
  if (!arrival || arrival.left < amount) return refuse('payment.used-up');
  await insertAllotments(tx, [{ id: newId(), arrivalId, amount }], { givingBackId: id });
  await postEvent(tx, actor, { kind: 'return', amount, way: arrival.way, unitId, sourceId: id });
  return undefined;
}
