import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import type { GatewayOrder } from './gateway/gateway.ts';
import { randomCode } from './random-code.ts';
import { listHeld } from './store/arrivals.ts';
import { lockDemand } from './store/demands.ts';
import { insertOrder } from './store/gateway.ts';

/** How long a gateway takes a payment. */
const openMs = 15 * 60_000;

/** Begins a try to pay an open demand through a gateway: written before the gateway hears of it, so that its word finds it. */
export async function beginOrder(
  tx: Tx,
  actor: Actor,
  { demandId, gateway }: { readonly demandId: string; readonly gateway: string },
): Promise<GatewayOrder | Refusal> {
  const demand = await lockDemand(tx, demandId);
  if (!demand) return refuse('payment.no-demand');
  if (demand.state === 'paid') return refuse('payment.already-paid');
  if (demand.state !== 'open') return refuse('payment.closed');
  const held = (await listHeld(tx, demandId)).reduce((sum, { left }) => sum + left, 0);
  const order: GatewayOrder = {
    id: newId(),
    demandId,
    gateway,
    reference: randomCode(26),
    amount: demand.total - held,
    state: 'begun',
    goTo: null,
    number: null,
    begunAt: actor.at,
    endsAt: new Date(actor.at.getTime() + openMs),
  };
  await insertOrder(tx, order, actor.accountId);
  return order;
}
