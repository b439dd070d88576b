import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { HeldMoney, Share } from '../allot.ts';

/** A piece of money that came to the account of a unit. */
export interface Arrival {
  readonly id: string;
  readonly unitId: string;
  readonly way: 'transfer' | 'gateway';
  /** Who told of it: `bank`, or the code of the gateway. */
  readonly source: string;
  readonly reference: string;
  readonly amount: number;
  readonly cameAt: Date;
  readonly demandId: string | null;
}

/** An arrival with what is left of it. */
export interface OpenArrival extends Arrival {
  readonly left: number;
  /** What was sent for, when that is known. */
  readonly demandReference: string | null;
  /** Somebody has asked to give it back, and nobody has decided yet. */
  readonly isAskedBack: boolean;
}

const columns = sql`
  a.id, a.unit_id as "unitId", a.way, a.source, a.reference, a.amount, a.came_at as "cameAt", a.demand_id as "demandId"`;

const left = sql`
  a.amount - coalesce((select sum(l.amount) from payment.allotment l where l.arrival_id = a.id), 0)::bigint`;

/** The arrival that a source tells of by this number. Until the end of the transaction nobody else can book it. */
export async function lockArrival(
  tx: Tx,
  { source, unitId, reference }: Pick<Arrival, 'source' | 'unitId' | 'reference'>,
): Promise<Arrival | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`arrival ${source} ${unitId} ${reference}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<Arrival>`/* beyond: money is booked once */
    select ${columns} from payment.arrival a
     where a.source = ${source} and a.unit_id = ${unitId} and a.reference = ${reference}`.execute(
    tx,
  );
  return rows[0];
}

/** Whether the bank of a unit has told of a transfer by this number itself. */
export async function findBankArrival(tx: Tx, unitId: string, reference: string): Promise<boolean> {
  const { rows } = await sql`/* beyond: money is booked once */
    select from payment.arrival where source = 'bank' and unit_id = ${unitId} and reference = ${reference}`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Writes money that came. */
export async function insertArrival(tx: Tx, arrival: Arrival, bookedAt: Date): Promise<void> {
  const { id, unitId, way, source, reference, amount, cameAt, demandId } = arrival;
  await sql`
    insert into payment.arrival (id, unit_id, way, source, reference, amount, came_at, demand_id, booked_at)
    values (${id}, ${unitId}, ${way}, ${source}, ${reference}, ${amount}, ${cameAt}, ${demandId}, ${bookedAt})`.execute(
    tx,
  );
}

/** Says for which demand money was sent. */
export async function updateArrivalDemand(
  tx: Tx,
  id: string,
  demandId: string | null,
): Promise<void> {
  await sql`update payment.arrival set demand_id = ${demandId} where id = ${id}`.execute(tx);
}

/** What is held for a demand, the oldest first; locked with its demand. */
export async function listHeld(tx: Tx, demandId: string): Promise<HeldMoney[]> {
  const { rows } = await sql<HeldMoney>`
    select a.id as "arrivalId", ${left} as left from payment.arrival a
     where a.demand_id = ${demandId}
       and not exists (select from payment.giving_back g where g.arrival_id = a.id and g.state = 'asked')
     order by a.came_at, a.id`.execute(tx);
  return rows.filter((one) => one.left > 0);
}

/** What money was used for: exactly one of these. */
export interface MoneyUse {
  readonly paymentId?: string;
  readonly givingBackId?: string;
  /** The gateway whose collected money it is. */
  readonly payout?: string;
}

/** Writes what money was used for. */
export async function insertAllotments(
  tx: Tx,
  shares: readonly (Share & { readonly id: string })[],
  use: MoneyUse,
): Promise<void> {
  const { paymentId = null, givingBackId = null, payout = null } = use;
  await sql`
    insert into payment.allotment (id, arrival_id, amount, payment_id, giving_back_id, payout)
    select id, "arrivalId", amount, ${paymentId}::uuid, ${givingBackId}::uuid, ${payout}::text
      from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) t (id uuid, "arrivalId" uuid, amount bigint)`.execute(
    tx,
  );
}

const openColumns = sql`${columns}, ${left} as left,
  (select d.reference from payment.demand d where d.id = a.demand_id) as "demandReference",
  exists (select from payment.giving_back g where g.arrival_id = a.id and g.state = 'asked') as "isAskedBack"`;

/** Money of some units that is not used up, the oldest first. */
export async function listOpenArrivals(
  tx: Tx,
  unitIds: readonly string[],
  most: number,
): Promise<OpenArrival[]> {
  const { rows } = await sql<OpenArrival>`
    select * from (select ${openColumns} from payment.arrival a where a.unit_id = any (${unitIds}::uuid[])) t
     where t.left > 0 order by "cameAt", id limit ${most}`.execute(tx);
  return rows;
}

/** A piece of money with what is left of it, locked. */
export async function lockOpenArrival(tx: Tx, id: string): Promise<OpenArrival | undefined> {
  await sql`select from payment.arrival where id = ${id} for update`.execute(tx);
  const { rows } = await sql<OpenArrival>`
    select ${openColumns} from payment.arrival a where a.id = ${id}`.execute(tx);
  return rows[0];
}
