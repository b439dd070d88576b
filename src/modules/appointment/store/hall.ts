import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { Ticket } from '../ticket.ts';

/** A desk with who sits there. */
export interface Desk {
  readonly id: string;
  readonly unitId: string;
  readonly number: number;
  /** Account of the official; null while the desk is closed. */
  readonly heldBy: string | null;
  readonly pausedAt: Date | null;
}

const deskColumns = sql`d.id, d.unit_id as "unitId", d.number, s.held_by as "heldBy", s.paused_at as "pausedAt"`;

/** The desks of units on a day. */
export async function listDesks(tx: Tx, unitIds: readonly string[], on: Day): Promise<Desk[]> {
  const { rows } = await sql<Desk>`
    select ${deskColumns} from appointment.desk d left join appointment.shift s on s.desk_id = d.id
     where d.unit_id = any (${unitIds}::uuid[]) and d.valid_from <= ${on} and (d.valid_to is null or d.valid_to > ${on})
     order by d.unit_id, d.number`.execute(tx);
  return rows;
}

/** A desk, held until the transaction ends: two clicks at one desk go one after the other. */
export async function lockDesk(tx: Tx, id: string): Promise<Desk | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Desk>`
    select ${deskColumns} from appointment.desk d left join appointment.shift s on s.desk_id = d.id
     where d.id = ${id} for update of d`.execute(tx);
  return rows[0];
}

/** Somebody sits down at a desk, or it works again after a pause. */
export async function upsertShift(tx: Tx, deskId: string, by: string, now: Date): Promise<void> {
  await sql`insert into appointment.shift (desk_id, held_by, held_since) values (${deskId}, ${by}, ${now})
    on conflict (desk_id) do update
       set held_by = ${by}, paused_at = null,
           held_since = case when appointment.shift.held_by = ${by} then appointment.shift.held_since else ${now} end`.execute(
    tx,
  );
}

/** The desk calls nobody until it is opened again. */
export async function updatePaused(tx: Tx, deskId: string, now: Date): Promise<void> {
  await sql`update appointment.shift set paused_at = ${now} where desk_id = ${deskId}`.execute(tx);
}

/** Nobody sits there any more. */
export async function deleteShift(tx: Tx, deskId: string): Promise<void> {
  await sql`delete from appointment.shift where desk_id = ${deskId}`.execute(tx);
}

/** A number on the board. */
export type Shown = Pick<Ticket, 'id' | 'letter' | 'number' | 'calls' | 'state' | 'serviceId'> & {
  readonly deskNumber: number;
};

/** The numbers that were called last, the latest first. */
export async function listCalled(
  tx: Tx,
  unitId: string,
  on: Day,
  states: readonly ('CALLED' | 'SKIPPED')[],
  most: number,
): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select t.id, t.letter, t.number, t.calls, t.state, t.service_id as "serviceId", d.number as "deskNumber"
      from appointment.ticket t join appointment.desk d on d.id = t.desk_id
     where t.unit_id = ${unitId} and t.on_day = ${on} and t.state = any (${states}::text[])
     order by t.last_call_at desc limit ${most}`.execute(tx);
  return rows;
}

/** Who waits, in the order of their turns. */
export async function listWaiting(
  tx: Tx,
  unitId: string,
  on: Day,
  most: number,
): Promise<
  (Pick<Ticket, 'id' | 'letter' | 'number' | 'serviceId' | 'priorityCode' | 'takenAt'> & {
    readonly isExpected: boolean;
  })[]
> {
  const { rows } = await sql<{
    id: string;
    letter: string;
    number: number;
    serviceId: string;
    priorityCode: string | null;
    takenAt: Date;
    isExpected: boolean;
  }>`
    select id, letter, number, service_id as "serviceId", priority_code as "priorityCode", taken_at as "takenAt",
           appointment_id is not null as "isExpected"
      from appointment.ticket where unit_id = ${unitId} and on_day = ${on} and state = 'WAITING'
     order by turn_at, number limit ${most}`.execute(tx);
  return rows;
}

/** How the hall stands for each service: who waits, and which desks that serve it are at work. */
export interface Standing {
  readonly serviceId: string;
  readonly waiting: number;
  readonly desks: number;
  /** Minutes that people lately spent at a desk, the latest first. */
  readonly minutes: readonly number[];
}

/** So many of the latest measured times tell how long somebody takes; older ones than a month do not count. */
const measuredAtMost = 60;

export async function listStandings(
  tx: Tx,
  unitId: string,
  on: Day,
  now: Date,
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select v.id as "serviceId",
           (select count(*) from appointment.ticket t
             where t.unit_id = v.unit_id and t.on_day = ${on} and t.service_id = v.id and t.state = 'WAITING') as waiting,
           (select count(*) from appointment.shift s join appointment.offer o on o.desk_id = s.desk_id
             where o.service_id = v.id and s.paused_at is null and o.valid_from <= ${on}
               and (o.valid_to is null or o.valid_to > ${on})
               and extract(isodow from ${on}::date)::int = any (o.weekdays)) as desks,
           array(select extract(epoch from t.ended_at - t.called_at)::float8 / 60 from appointment.ticket t
                  where t.service_id = v.id and t.state = 'DONE' and t.ended_at > ${now}::timestamptz - interval '30 days'
                    and t.ended_at <= ${now} and t.on_day = (t.ended_at at time zone 'Asia/Ho_Chi_Minh')::date
                  order by t.ended_at desc limit ${measuredAtMost}) as minutes
      from appointment.service v
     where v.unit_id = ${unitId} and v.valid_from <= ${on} and (v.valid_to is null or v.valid_to > ${on})`.execute(
    tx,
  );
  return rows;
}

/** How many are called before a ticket by the desks that serve its service. */
export async function countBefore(tx: Tx, ticket: Ticket): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from appointment.ticket
     where unit_id = ${ticket.unitId} and on_day = ${ticket.on} and state = 'WAITING'
       and service_id = ${ticket.serviceId} and (turn_at, number) < (${ticket.turnAt}, ${ticket.number})`.execute(
    tx,
  );
  return rows[0]!.n;
}
