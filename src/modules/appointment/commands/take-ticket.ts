import { calendarOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Appointment, Service } from '../appointment.ts';
import { updateState } from '../store/appointments.ts';
import { findService, getRule, listPriorities } from '../store/plan.ts';
import { findTicketOf, insertTicket, nextNumber } from '../store/tickets.ts';
import type { Priority, Ticket } from '../ticket.ts';

/** Gives the next number to somebody who comes without an appointment. */
export async function takeTicket(
  tx: Tx,
  service: Service,
  claim: { readonly priority: string | null; readonly age?: number | undefined },
  now: Date,
): Promise<Ticket | Refusal> {
  const calendar = await calendarOf(tx, service.unitId, now);
  if (!calendar.isWorking(now)) return refuse('appointment.office-closed');
  const priority = strongest(await listPriorities(tx, dayOf(now)), claim);
  return give(tx, service, { turnAt: now, priority, appointmentId: null }, now);
}

/** Gives a number to somebody who comes by appointment; the same one when they ask again. */
export async function checkIn(
  tx: Tx,
  appointment: Appointment,
  now: Date,
): Promise<Ticket | Refusal> {
  const known = await findTicketOf(tx, appointment.id);
  if (known) return known;
  if (appointment.on !== dayOf(now)) return refuse('appointment.not-today');
  const service = await findService(tx, appointment.serviceId);
  if (!service) return refuse('appointment.no-such-service');
  if (!(await updateState(tx, appointment.id, 'ARRIVED', now))) return refuse('appointment.over');
  const { graceMinutes } = await getRule(tx, appointment.on);
  const isLate = now.getTime() > appointment.startsAt.getTime() + graceMinutes * 60_000;
  const turnAt = isLate ? now : appointment.startsAt;
  return give(tx, service, { turnAt, priority: null, appointmentId: appointment.id }, now);
}

/** What was claimed at the kiosk, or follows from the age on the card; of two the one that gives more. */
function strongest(
  priorities: readonly Priority[],
  { priority, age }: { readonly priority: string | null; readonly age?: number | undefined },
): Priority | null {
  const held = priorities.filter(
    ({ code, fromAge }) =>
      code === priority || (age !== undefined && fromAge !== null && age >= fromAge),
  );
  return held.toSorted((a, b) => b.aheadMinutes - a.aheadMinutes)[0] ?? null;
}

async function give(
  tx: Tx,
  service: Service,
  turn: {
    readonly turnAt: Date;
    readonly priority: Priority | null;
    readonly appointmentId: string | null;
  },
  now: Date,
): Promise<Ticket> {
  const on = dayOf(now);
  const ahead = (turn.priority?.aheadMinutes ?? 0) * 60_000;
  const ticket = {
    id: newId(),
    unitId: service.unitId,
    serviceId: service.id,
    on,
    number: await nextNumber(tx, service.unitId, on),
    letter: service.letter,
    priorityCode: turn.priority?.code ?? null,
    appointmentId: turn.appointmentId,
    turnAt: new Date(turn.turnAt.getTime() - ahead),
    takenAt: now,
  };
  await insertTicket(tx, ticket);
  return { ...ticket, state: 'WAITING', deskId: null, calls: 0 };
}
