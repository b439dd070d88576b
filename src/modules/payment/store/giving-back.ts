import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A wish to give money back: of a paid demand, or money that no demand needs. */
export interface GivingBack {
  readonly id: string;
  readonly unitId: string;
  readonly demandId: string | null;
  readonly arrivalId: string | null;
  readonly amount: number;
  readonly ground: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly state: 'asked' | 'approved' | 'refused';
}

const columns = sql`
  g.id, g.unit_id as "unitId", g.demand_id as "demandId", g.arrival_id as "arrivalId", g.amount, g.ground,
  g.asked_at as "askedAt", g.asked_by as "askedBy", g.state`;

/** Writes a wish. False when one for the same money waits already. */
export async function insertGivingBack(tx: Tx, wish: GivingBack): Promise<boolean> {
  const { id, unitId, demandId, arrivalId, amount, ground, askedAt, askedBy } = wish;
  const { numAffectedRows } = await sql`
    insert into payment.giving_back (id, unit_id, demand_id, arrival_id, amount, ground, asked_at, asked_by)
    values (${id}, ${unitId}, ${demandId}, ${arrivalId}, ${amount}, ${ground}, ${askedAt}, ${askedBy})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** A wish, locked. */
export async function lockGivingBack(tx: Tx, id: string): Promise<GivingBack | undefined> {
  const { rows } = await sql<GivingBack>`
    select ${columns} from payment.giving_back g where g.id = ${id} for update`.execute(tx);
  return rows[0];
}

/** Ends a wish. */
export async function updateGivingBack(
  tx: Tx,
  id: string,
  decision: {
    readonly state: 'approved' | 'refused';
    readonly at: Date;
    readonly accountId: string;
  },
): Promise<void> {
  const { state, at, accountId } = decision;
  await sql`
    update payment.giving_back set state = ${state}, decided_at = ${at}, decided_by = ${accountId}
     where id = ${id}`.execute(tx);
}

/** A wish that waits, with the reference of its demand or of its money. */
export type WaitingGivingBack = GivingBack & { readonly reference: string };

/** The wishes of some units that wait for a decision, the oldest first. */
export async function listWaiting(
  tx: Tx,
  unitIds: readonly string[],
): Promise<WaitingGivingBack[]> {
  const { rows } =
    await sql<WaitingGivingBack>`/* beyond: leaders decide about money of dossiers that they do not handle */
    select ${columns}, coalesce(d.reference, a.reference) as reference
      from payment.giving_back g
      left join payment.demand d on d.id = g.demand_id
      left join payment.arrival a on a.id = g.arrival_id
     where g.state = 'asked' and g.unit_id = any (${unitIds}::uuid[]) order by g.id limit 100`.execute(
      tx,
    );
  return rows;
}
