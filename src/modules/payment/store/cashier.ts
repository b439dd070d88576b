import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/** What one unit took on a day, by the way that it came. */
export interface DayTakings {
  readonly method: 'cash' | 'transfer' | 'gateway';
  readonly count: number;
  readonly amount: number;
}

/** What some units took on a day, less what they gave back. */
export async function listTakings(
  tx: Tx,
  unitIds: readonly string[],
  on: Day,
): Promise<DayTakings[]> {
  const { rows } =
    await sql<DayTakings>`/* beyond: sums of a unit's own money, of whichever dossier */
    select p.method, count(*)::int as count, sum(p.amount)::bigint as amount
      from payment.payment p join payment.demand d on d.id = p.demand_id
     where d.unit_id = any (${unitIds}::uuid[])
       and p.at >= (${on}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
       and p.at < ((${on}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
     group by p.method order by p.method`.execute(tx);
  return rows;
}

/** The demand of a reference, if whoever asks may see it. */
export async function findDemandId(
  tx: Tx,
  references: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from payment.demand where reference = any (${references}::text[]) limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}
