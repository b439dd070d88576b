import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/** A unit whose money is shown to whoever asks. */
export interface WatchedUnit {
  readonly unitId: string;
  readonly agencyName: string;
}

/** The collecting units whose money an official may look at. */
export async function listWatchedUnits(tx: Tx): Promise<WatchedUnit[]> {
  const { rows } = await sql<WatchedUnit>`
    select unit_id as "unitId", agency_name as "agencyName" from payment.collector
     where unit_id = any ((select payment.watched_units())::uuid[]) order by agency_name`.execute(
    tx,
  );
  return rows;
}

/** Which day of which source. */
export interface SourceDay {
  readonly unitId: string;
  readonly source: string;
  readonly day: Day;
}

/** A day of one source: what came in by their word and by our books, and how far it is closed. */
export interface DaySums extends SourceDay {
  readonly theirs: number;
  readonly theirCount: number;
  readonly ours: number;
  readonly ourCount: number;
  readonly preparedBy: string | null;
  readonly note: string | null;
  readonly isClosed: boolean;
}

const vietnam = sql`at time zone 'Asia/Ho_Chi_Minh'`;

/** The days since a day on which anything came in, the newest first. */
export async function listDays(tx: Tx, unitIds: readonly string[], since: Day): Promise<DaySums[]> {
  const { rows } = await sql<DaySums>`
    with sums as (
      select unit_id, source, booked_on as day, sum(amount) as theirs, count(*) as their_count, 0 as ours, 0 as our_count
        from payment.statement_entry
       where unit_id = any (${unitIds}::uuid[]) and booked_on >= ${since} and amount > 0 group by 1, 2, 3
      union all
      select unit_id, source, (came_at ${vietnam})::date, 0, 0, sum(amount), count(*)
        from payment.arrival
       where unit_id = any (${unitIds}::uuid[]) and came_at >= (${since}::date::timestamp ${vietnam}) group by 1, 2, 3
      union all
      -- What was recorded by hand before the bank told of it.
      select d.unit_id, 'bank', e.booked_on, 0, 0, sum(p.amount), count(*)
        from payment.statement_entry e
        join payment.payment p on p.bank_reference = e.reference and p.amount > 0
        join payment.demand d on d.id = p.demand_id and d.unit_id = e.unit_id
       where e.source = 'bank' and e.verdict = 'known' and e.unit_id = any (${unitIds}::uuid[]) and e.booked_on >= ${since}
         and not exists (select from payment.arrival a
           where a.source = e.source and a.unit_id = e.unit_id and a.reference = e.reference) group by 1, 2, 3
    )
    select s.unit_id as "unitId", s.source, s.day, sum(s.theirs)::bigint as theirs, sum(s.their_count)::int as "theirCount",
           sum(s.ours)::bigint as ours, sum(s.our_count)::int as "ourCount",
           c.prepared_by as "preparedBy", c.note, c.closed_at is not null as "isClosed"
      from sums s left join payment.closed_day c using (unit_id, source, day)
     group by s.unit_id, s.source, s.day, c.prepared_by, c.note, c.closed_at
     order by s.day desc, s.unit_id, s.source limit 100`.execute(tx);
  return rows;
}

/** A piece of money that the two sides do not tell alike. */
export interface Difference {
  readonly reference: string;
  readonly theirs: number | null;
  readonly ours: number | null;
}

/** What one side knows of a day and the other does not, or with another amount. */
export async function listDifferences(
  tx: Tx,
  { unitId, source, day }: SourceDay,
): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select coalesce(e.reference, a.reference) as reference, e.amount as theirs, a.amount as ours
      from (select * from payment.statement_entry
             where unit_id = ${unitId} and source = ${source} and booked_on = ${day} and amount > 0
               and verdict is distinct from 'known') e
      full join (select * from payment.arrival
             where unit_id = ${unitId} and source = ${source} and (came_at ${vietnam})::date = ${day}) a
        on a.reference = e.reference
     where e.amount is distinct from a.amount order by 1 limit 200`.execute(tx);
  return rows;
}

/** Writes that a day is prepared, over an earlier try. */
export async function upsertPrepared(
  tx: Tx,
  day: Pick<DaySums, 'unitId' | 'source' | 'day' | 'theirs' | 'ours'> & { readonly note: string },
  by: { readonly at: Date; readonly accountId: string },
): Promise<void> {
  await sql`
    insert into payment.closed_day (unit_id, source, day, theirs, ours, note, prepared_at, prepared_by)
    values (${day.unitId}, ${day.source}, ${day.day}, ${day.theirs}, ${day.ours}, ${day.note}, ${by.at}, ${by.accountId})
    on conflict (unit_id, source, day) do update set
      theirs = excluded.theirs, ours = excluded.ours, note = excluded.note,
      prepared_at = excluded.prepared_at, prepared_by = excluded.prepared_by`.execute(tx);
}

/** A day as it was prepared, locked. */
export async function lockPrepared(
  tx: Tx,
  { unitId, source, day }: SourceDay,
): Promise<
  | {
      readonly theirs: number;
      readonly ours: number;
      readonly preparedBy: string;
      readonly isClosed: boolean;
    }
  | undefined
> {
  const { rows } = await sql<{
    theirs: number;
    ours: number;
    preparedBy: string;
    isClosed: boolean;
  }>`
    select theirs, ours, prepared_by as "preparedBy", closed_at is not null as "isClosed"
      from payment.closed_day where unit_id = ${unitId} and source = ${source} and day = ${day} for update`.execute(
    tx,
  );
  return rows[0];
}

/** Closes a day for good. */
export async function updateClosed(
  tx: Tx,
  { unitId, source, day }: SourceDay,
  by: { readonly at: Date; readonly accountId: string },
): Promise<void> {
  await sql`
    update payment.closed_day set closed_at = ${by.at}, closed_by = ${by.accountId}
     where unit_id = ${unitId} and source = ${source} and day = ${day}`.execute(tx);
}
