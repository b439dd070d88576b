import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { Appointment } from '../appointment.ts';

/** An appointment that its person is to be told of. */
export type Due = Pick<
  Appointment,
  'id' | 'unitId' | 'serviceId' | 'personId' | 'on' | 'startsAt' | 'endsAt' | 'code'
>;

const columns = sql`id, unit_id as "unitId", service_id as "serviceId", person_id as "personId", on_day as "on",
  starts_at as "startsAt", ends_at as "endsAt", code`;

/** Marks whose time to be reminded has come, and gives them; each once. */
export async function updateReminded(tx: Tx, now: Date, before: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update appointment.appointment set reminded_at = ${now}
     where state = 'BOOKED' and reminded_at is null and person_id is not null
       and starts_at > ${now} and starts_at <= ${before}
    returning ${columns}`.execute(tx);
  return rows;
}

/** Marks appointments as missed whose holder has not come by this instant. Returns how many. */
export async function updateMissed(tx: Tx, now: Date, latestStart: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update appointment.appointment set state = 'MISSED', ended_at = ${now}
     where state = 'BOOKED' and starts_at < ${latestStart} and ends_at < ${now}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** All appointments to come. */
export async function listComing(tx: Tx, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select ${columns} from appointment.appointment where state = 'BOOKED' and starts_at > ${now}
     order by starts_at`.execute(tx);
  return rows;
}

/** Forgets how guests of earlier days were reached. */
export async function updateForgotten(tx: Tx, before: Day): Promise<void> {
  await sql`update appointment.appointment set sealed = null, phone_index = null
     where on_day < ${before} and (sealed is not null or phone_index is not null)`.execute(tx);
}

/** Tickets of earlier days that nobody called, or that a desk forgot. */
export async function updateLeft(tx: Tx, today: Day, now: Date): Promise<void> {
  await sql`update appointment.ticket
       set state = case state when 'CALLED' then 'DONE' else 'LEFT' end, ended_at = ${now}
     where on_day < ${today} and state in ('WAITING', 'CALLED')`.execute(tx);
}
