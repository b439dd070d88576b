import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { receiveMoney } from '../receive-money.ts';
import { insertMessage, lockOrder, updateOrderState, type UnitOrder } from '../store/gateway.ts';
import type { Heard, Verdict } from './gateway.ts';

/** Who told what: by itself, or asked by us. Null is a message with a wrong signature. */
export interface Word {
  readonly gateway: string;
  readonly kind: 'ipn' | 'query';
  readonly heard: Heard | null;
}

/**
 * Takes a gateway's word: books money that came, once however often it is told, in whatever order. Another amount than
 * asked for is booked as it came and said to be wrong. Paid is final: what says failed afterwards changes nothing.
 */
export async function takeWord(tx: Tx, word: Word, at: Date): Promise<Verdict> {
  const verdict = await judge(tx, word, at);
  await insertMessage(tx, { id: newId(), ...word, verdict, at });
  return verdict;
}

async function judge(tx: Tx, { gateway, heard }: Word, at: Date): Promise<Verdict> {
  if (heard === null) return 'wrong-signature';
  const order = await lockOrder(tx, heard.reference);
  if (order?.gateway !== gateway) return 'no-order';
  if (heard.isPaid) return takePayment(tx, order, heard, at);
  if (order.state !== 'begun') return 'known';
  await updateOrderState(tx, order.id, { state: 'failed', number: heard.number || null, at });
  return 'taken';
}

async function takePayment(tx: Tx, order: UnitOrder, heard: Heard, at: Date): Promise<Verdict> {
  const { outcome } = await receiveMoney(tx, systemActor(at), {
    unitId: order.unitId,
    way: 'gateway',
    source: order.gateway,
    reference: heard.number,
    amount: heard.amount,
    cameAt: heard.at.getTime() === 0 ? at : heard.at,
    demandId: order.demandId,
  });
  if (order.state !== 'paid')
    await updateOrderState(tx, order.id, { state: 'paid', number: heard.number, at });
  if (heard.amount !== order.amount) return 'wrong-amount';
  return outcome === 'known' ? 'known' : 'taken';
}
