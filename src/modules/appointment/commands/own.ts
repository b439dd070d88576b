import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Appointment } from '../appointment.ts';
import { hashOf, isSecretShaped } from '../secret.ts';
import { lockBySecret, lockOwn } from '../store/appointments.ts';

/**
 * The appointment that an address names: one's own by its id, a guest's by the secret. Held until the transaction ends.
 */
export async function ownAppointment(
  tx: Tx,
  actor: Actor | null,
  reference: string,
): Promise<Appointment | undefined> {
  if (isSecretShaped(reference)) return lockBySecret(tx, hashOf(reference));
  return actor === null ? undefined : lockOwn(tx, reference, actor.personId);
}
