import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { mayCollect } from '../access.ts';
import { postEvent } from '../book/post-event.ts';
import { payFromHeld } from '../receive-money.ts';
import { referencesIn } from '../statement/references.ts';
import {
  insertAllotments,
  lockOpenArrival,
  updateArrivalDemand,
  type OpenArrival,
} from '../store/arrivals.ts';
import { findByReferences } from '../store/demands.ts';
import { clearDetails } from '../store/statements.ts';

/** Says for which demand held money is. It is paid at once when the money suffices, or together with what is held already. */
export async function matchMoney(
  tx: Tx,
  actor: Actor,
  { arrivalId, reference }: { readonly arrivalId: string; readonly reference: string },
): Promise<{ readonly isPaid: boolean } | Refusal> {
  const arrival = await openOne(tx, actor, arrivalId);
  if ('refused' in arrival) return arrival;
  const [demand] = await findByReferences(tx, {
    unitId: arrival.unitId,
    references: referencesIn(reference),
  });
  if (!demand) return refuse('payment.no-such-reference');
  if (demand.state !== 'open') return refuse('payment.closed');
  await updateArrivalDemand(tx, arrival.id, demand.id);
  await clearDetails(tx, arrival);
  const receipt = await payFromHeld(tx, actor, demand.id, arrival.way);
  return { isPaid: receipt !== null };
}

/** Says that a transfer to the bank is what a gateway had collected: its money is on its way no more. */
export async function bookPayout(
  tx: Tx,
  actor: Actor,
  { arrivalId, gateway }: { readonly arrivalId: string; readonly gateway: string },
): Promise<{ readonly amount: number } | Refusal> {
  const arrival = await openOne(tx, actor, arrivalId);
  if ('refused' in arrival) return arrival;
  if (arrival.way !== 'transfer') return refuse('payment.not-a-transfer');
  const { id, unitId, left: amount } = arrival;
  await insertAllotments(tx, [{ id: newId(), arrivalId: id, amount }], { payout: gateway });
  await postEvent(tx, actor, { kind: 'payout', amount, unitId, sourceId: id });
  await clearDetails(tx, arrival);
  return { amount };
}

async function openOne(tx: Tx, actor: Actor, id: string): Promise<OpenArrival | Refusal> {
  const arrival = await lockOpenArrival(tx, id);
  if (!arrival) return refuse('payment.no-arrival');
  if (!mayCollect(actor, arrival.unitId)) return refuse('payment.not-collector');
  if (arrival.left === 0) return refuse('payment.used-up');
  return arrival.isAskedBack ? refuse('payment.already-asked-back') : arrival;
}
