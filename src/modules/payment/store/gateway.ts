import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { DemandState } from '../demand.ts';
import type { GatewayOrder, Heard } from '../gateway/gateway.ts';

const columns = sql`
  o.id, o.demand_id as "demandId", o.gateway, o.reference, o.amount, o.state, o.go_to as "goTo", o.number,
  o.begun_at as "begunAt", o.ends_at as "endsAt"`;

/** Writes a new order. */
export async function insertOrder(tx: Tx, order: GatewayOrder, accountId: string): Promise<void> {
  const { id, demandId, gateway, reference, amount, begunAt, endsAt } = order;
  await sql`
    insert into payment.gateway_order (id, demand_id, gateway, reference, amount, begun_at, begun_by, ends_at)
    values (${id}, ${demandId}, ${gateway}, ${reference}, ${amount}, ${begunAt}, ${accountId}, ${endsAt})`.execute(
    tx,
  );
}

/** Keeps where the payer goes on. */
export async function updateGoTo(tx: Tx, id: string, goTo: string): Promise<void> {
  await sql`update payment.gateway_order set go_to = ${goTo} where id = ${id}`.execute(tx);
}

/** An order with whose account it is for. */
export type UnitOrder = GatewayOrder & {
  readonly unitId: string;
  readonly demandState: DemandState;
};

/** An order by its reference, which nobody guesses. */
export async function findOrder(tx: Tx, reference: string): Promise<UnitOrder | undefined> {
  const { rows } =
    await sql<UnitOrder>`/* beyond: whoever holds the reference comes back from the gateway */
    select ${columns}, d.unit_id as "unitId", d.state as "demandState" from payment.gateway_order o join payment.demand d on d.id = o.demand_id
     where o.reference = ${reference}`.execute(tx);
  return rows[0];
}

/** Locks an order, after its demand: payments lock demands first. */
export async function lockOrder(tx: Tx, reference: string): Promise<UnitOrder | undefined> {
  await sql`
    select from payment.demand d where id = (
      select demand_id from payment.gateway_order where reference = ${reference}) for update`.execute(
    tx,
  );
  const { rows } = await sql<UnitOrder>`
    select ${columns}, d.unit_id as "unitId", d.state as "demandState" from payment.gateway_order o join payment.demand d on d.id = o.demand_id
     where o.reference = ${reference} for update of o`.execute(tx);
  return rows[0];
}

/** Ends an order. */
export async function updateOrderState(
  tx: Tx,
  id: string,
  end: {
    readonly state: 'paid' | 'failed' | 'expired';
    readonly number: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update payment.gateway_order
       set state = ${end.state}, number = coalesce(${end.number}, number), ended_at = ${end.at}
     where id = ${id}`.execute(tx);
}

/** Orders that have not ended and were begun before an instant, the oldest first. */
export async function listBegun(tx: Tx, before: Date): Promise<GatewayOrder[]> {
  const { rows } = await sql<GatewayOrder>`
    select ${columns} from payment.gateway_order o
     where o.state = 'begun' and o.begun_at < ${before} order by o.begun_at limit 200`.execute(tx);
  return rows;
}

/** The last tries to pay a demand, the newest first. */
export async function listOrders(tx: Tx, demandId: string): Promise<GatewayOrder[]> {
  const { rows } = await sql<GatewayOrder>`
    select ${columns} from payment.gateway_order o
     where o.demand_id = ${demandId} order by o.begun_at desc limit 5`.execute(tx);
  return rows;
}

/** Money that a gateway is to give back: by which order it came, how much of it, and what the request is known by. */
export interface BackShare {
  readonly id: string;
  readonly amount: number;
  readonly order: GatewayOrder;
}

/** What gateways are to give back by a decision, by the pieces in which it came. Nothing when it came otherwise. */
export async function listBackShares(tx: Tx, givingBackId: string): Promise<BackShare[]> {
  const { rows } = await sql<GatewayOrder & { backId: string; backAmount: number }>`
    select ${columns}, a.reference as number, l.id as "backId", l.amount as "backAmount"
      from payment.giving_back g
      join payment.allotment l on l.giving_back_id = g.id or l.payment_id in (
        select p.id from payment.payment p where p.demand_id = g.demand_id and p.adjusts is null)
      join payment.arrival a on a.id = l.arrival_id and a.way = 'gateway'
      join lateral (
        select * from payment.gateway_order t where t.demand_id = a.demand_id and t.gateway = a.source
         order by (t.number is not distinct from a.reference) desc, t.begun_at limit 1) o on true
     where g.id = ${givingBackId} and g.state = 'approved' order by l.id`.execute(tx);
  return rows.map(({ backId, backAmount, ...order }) => ({
    id: backId,
    amount: backAmount,
    order,
  }));
}

/** What a gateway told, as kept for inspection. */
export interface GatewayMessage {
  readonly id: string;
  readonly gateway: string;
  readonly kind: 'ipn' | 'query' | 'refund';
  readonly heard: Pick<Heard, 'reference' | 'number' | 'amount'> | null;
  readonly verdict: string;
  readonly at: Date;
}

/** Keeps what a gateway told. */
export async function insertMessage(tx: Tx, message: GatewayMessage): Promise<void> {
  const { id, gateway, kind, heard, verdict, at } = message;
  await sql`
    insert into payment.gateway_message (id, gateway, kind, reference, number, amount, verdict, at)
    values (${id}, ${gateway}, ${kind}, ${heard?.reference ?? null}, ${heard?.number ?? null},
            ${heard?.amount ?? null}, ${verdict}, ${at})`.execute(tx);
}
