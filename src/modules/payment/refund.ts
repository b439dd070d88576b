import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { mayCollect } from './access.ts';
import { mayBecome, type Demand } from './demand.ts';
import { getPaymentOf, insertPayment, lockDemand, updateDemandState } from './store.ts';
import type { NotOwed } from './waive.ts';

/** Gives a paid demand back: an adjusting row beside the payment, which stays as it was written. */
export async function refund(
  tx: Tx,
  actor: Actor,
  { demandId, ground }: NotOwed,
): Promise<Demand | Refusal> {
  const demand = await lockDemand(tx, demandId);
  if (!demand) return refuse('payment.no-demand');
  if (!mayCollect(actor, demand.unitId)) return refuse('payment.not-collector');
  const why = ground.trim();
  if (why === '') return refuse('payment.no-ground');
  if (!mayBecome(demand.state, 'refunded')) return refuse('payment.not-paid');
  const paid = await getPaymentOf(tx, demand.id);
  const back = {
    ...paid,
    id: newId(),
    amount: -paid.amount,
    bankReference: null,
    adjusts: paid.id,
  };
  await insertPayment(tx, back, actor.at, actor.accountId);
  await updateDemandState(tx, demand.id, {
    state: 'refunded',
    ground: why,
    at: actor.at,
    accountId: actor.accountId,
  });
  return { ...demand, state: 'refunded', ground: why, closedAt: actor.at };
}
