import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Appointment } from '../appointment.ts';
import { findGuest, lockUnit, updateReplaced, updateState } from '../store/appointments.ts';
import { findService } from '../store/plan.ts';
import { keep, type Booked, type Holder } from './book.ts';

/** Takes another time instead. The old one is free again in the same moment, and kept when the new one is not to be had. */
export async function move(
  tx: Tx,
  actor: Actor | null,
  appointment: Appointment,
  startsAt: Date,
  at: Date,
): Promise<Booked | Refusal> {
  if (appointment.state !== 'BOOKED' || appointment.startsAt <= at)
    return refuse('appointment.over');
  const service = await findService(tx, appointment.serviceId);
  const holder = await holderOf(tx, actor, appointment, at);
  if (!service || !holder) return refuse('appointment.none');
  await lockUnit(tx, appointment.unitId);
  // Out of the way first: one may move by less than the length of an appointment.
  await updateState(tx, appointment.id, 'CANCELLED', at);
  const { procedureSlug, dossierCode } = appointment;
  const booked = await keep(tx, holder, service, { startsAt, procedureSlug, dossierCode });
  if (isRefusal(booked)) return booked;
  await updateReplaced(tx, appointment.id, booked.appointment.id);
  return booked;
}

async function holderOf(
  tx: Tx,
  actor: Actor | null,
  { id, personId }: Appointment,
  at: Date,
): Promise<Holder | undefined> {
  if (personId !== null) return actor === null ? undefined : { actor };
  const guest = await findGuest(tx, id);
  return guest && { guest, at };
}
