import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { Ticket } from '../ticket.ts';

const columns = sql`t.id, t.unit_id as "unitId", t.service_id as "serviceId", t.on_day as "on", t.number, t.letter,
  t.priority_code as "priorityCode", t.appointment_id as "appointmentId", t.turn_at as "turnAt", t.state,
  t.desk_id as "deskId", t.taken_at as "takenAt", t.calls`;

/** The next number of a unit and day; given only when the transaction commits. */
export async function nextNumber(tx: Tx, unitId: string, on: Day): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into appointment.ticket_count (unit_id, on_day, last) values (${unitId}, ${on}, 1)
    on conflict (unit_id, on_day) do update set last = appointment.ticket_count.last + 1 returning last`.execute(
    tx,
  );
  return rows[0]!.last;
}

/** Keeps a new ticket. */
export async function insertTicket(
  tx: Tx,
  ticket: Omit<Ticket, 'state' | 'deskId' | 'calls'>,
): Promise<void> {
  await sql`insert into appointment.ticket
      (id, unit_id, service_id, on_day, number, letter, priority_code, appointment_id, turn_at, state, taken_at)
    values (${ticket.id}, ${ticket.unitId}, ${ticket.serviceId}, ${ticket.on}, ${ticket.number}, ${ticket.letter},
            ${ticket.priorityCode}, ${ticket.appointmentId}, ${ticket.turnAt}, 'WAITING', ${ticket.takenAt})`.execute(
    tx,
  );
}

/** A ticket by id. */
export async function findTicket(tx: Tx, id: string): Promise<Ticket | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Ticket>`
    select ${columns} from appointment.ticket t where t.id = ${id}`.execute(tx);
  return rows[0];
}

/** The ticket that came of an appointment. */
export async function findTicketOf(tx: Tx, appointmentId: string): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    select ${columns} from appointment.ticket t where t.appointment_id = ${appointmentId}`.execute(
    tx,
  );
  return rows[0];
}

/** The ticket that is at a desk now, held until the transaction ends. */
export async function lockCalled(tx: Tx, deskId: string): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    select ${columns} from appointment.ticket t where t.desk_id = ${deskId} and t.state = 'CALLED' for update`.execute(
    tx,
  );
  return rows[0];
}

/**
 * Calls the next of those who wait for these services. Whom another desk is calling at this moment is passed over, so
 * no ticket is ever called by two desks.
 */
export async function callNextTicket(
  tx: Tx,
  desk: { readonly id: string; readonly unitId: string; readonly serviceIds: readonly string[] },
  on: Day,
  now: Date,
): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    update appointment.ticket t
       set state = 'CALLED', desk_id = ${desk.id}, called_at = ${now}, calls = t.calls + 1, last_call_at = ${now}
     where t.id = (select n.id from appointment.ticket n
                    where n.unit_id = ${desk.unitId} and n.on_day = ${on} and n.state = 'WAITING'
                      and n.service_id = any (${desk.serviceIds}::uuid[])
                    order by n.turn_at, n.number limit 1 for update skip locked)
    returning ${columns}`.execute(tx);
  return rows[0];
}

/** Calls again who is at the desk, or who did not come before. */
export async function updateCalledAgain(
  tx: Tx,
  id: string,
  deskId: string,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update appointment.ticket
       set state = 'CALLED', desk_id = ${deskId}, calls = calls + 1, last_call_at = ${now}, ended_at = null,
           called_at = case state when 'CALLED' then called_at else ${now} end
     where id = ${id} and ((state = 'CALLED' and desk_id = ${deskId}) or state = 'SKIPPED')`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** A desk is done with its ticket, or gives it up. */
export async function updateEnded(
  tx: Tx,
  id: string,
  state: 'DONE' | 'SKIPPED',
  now: Date,
): Promise<void> {
  await sql`update appointment.ticket set state = ${state}, ended_at = ${now}
     where id = ${id} and state = 'CALLED'`.execute(tx);
}

/** Passes a ticket on to another service; its turn stays, so nobody waits twice. */
export async function updateMoved(tx: Tx, id: string, serviceId: string): Promise<void> {
  await sql`update appointment.ticket set state = 'WAITING', desk_id = null, called_at = null, service_id = ${serviceId}
     where id = ${id} and state = 'CALLED'`.execute(tx);
}
