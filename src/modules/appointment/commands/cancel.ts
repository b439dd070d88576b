import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Appointment } from '../appointment.ts';
import { updateState } from '../store/appointments.ts';

/** Gives a time back, so that somebody else can have it. */
export async function cancel(
  tx: Tx,
  appointment: Appointment,
  at: Date,
): Promise<undefined | Refusal> {
  if (appointment.startsAt <= at) return refuse('appointment.over');
  const isDone = await updateState(tx, appointment.id, 'CANCELLED', at);
  return isDone ? undefined : refuse('appointment.over');
}
