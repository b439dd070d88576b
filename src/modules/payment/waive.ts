import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { mayCollect } from './access.ts';
import { postEvent } from './book/post-event.ts';
import { mayBecome, type Demand } from './demand.ts';
import { settle } from './settle.ts';
import { lockDemand } from './store/demands.ts';

/** Which demand, and why it is not owed: the clause of law or the event. */
export interface NotOwed {
  readonly demandId: string;
  readonly ground: string;
}

/** Frees the payer of an open demand, on a ground of law. */
export async function waive(
  tx: Tx,
  actor: Actor,
  { demandId, ground }: NotOwed,
): Promise<Demand | Refusal> {
  const demand = await lockDemand(tx, demandId);
  if (!demand) return refuse('payment.no-demand');
  if (!mayCollect(actor, demand.unitId)) return refuse('payment.not-collector');
  const why = ground.trim();
  if (why === '') return refuse('payment.no-ground');
  if (demand.state === 'paid') return refuse('payment.already-paid');
  if (!mayBecome(demand.state, 'waived')) return refuse('payment.closed');
  const { unitId, total: amount, id: sourceId } = demand;
  await postEvent(tx, actor, { kind: 'waive', amount, unitId, sourceId });
  await settle(tx, actor, demand, { state: 'waived', ground: why });
  return { ...demand, state: 'waived', ground: why, closedAt: actor.at };
}
