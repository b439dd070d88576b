import { randomInt } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Appointment, Guest, Service } from '../appointment.ts';
import { offeredOf } from '../offered.ts';
import { newSecret } from '../secret.ts';
import { countHeld, insertAppointment, listCodes, lockUnit } from '../store/appointments.ts';
import { findService, getRule } from '../store/plan.ts';

/** What somebody wants to come for, and when. */
export interface Wish {
  readonly serviceId: string;
  readonly startsAt: Date;
  readonly procedureSlug: string | null;
  readonly dossierCode: string | null;
}

/** Who will come: with an account, or reached by telephone. */
export type Holder = { readonly actor: Actor } | { readonly guest: Guest; readonly at: Date };

/** A kept appointment and, for guests, the secret by which they come back. */
export interface Booked {
  readonly appointment: Appointment;
  readonly secret: string | null;
}

/** Keeps a time for somebody. */
export async function book(tx: Tx, holder: Holder, wish: Wish): Promise<Booked | Refusal> {
  const service = await findService(tx, wish.serviceId);
  if (!service) return refuse('appointment.no-such-service');
  await lockUnit(tx, service.unitId);
  const now = 'actor' in holder ? holder.actor.at : holder.at;
  const rule = await getRule(tx, dayOf(now));
  const who =
    'actor' in holder ? { personId: holder.actor.personId } : { phone: holder.guest.phone };
  if ((await countHeld(tx, who, now)) >= rule.mostOpen)
    return refuse('appointment.too-many', { most: String(rule.mostOpen) });
  return keep(tx, holder, service, wish);
}

/** Keeps the time at the first desk that is free then; the unit is locked. */
export async function keep(
  tx: Tx,
  holder: Holder,
  service: Service,
  { startsAt, procedureSlug, dossierCode }: Omit<Wish, 'serviceId'>,
): Promise<Booked | Refusal> {
  const now = 'actor' in holder ? holder.actor.at : holder.at;
  const slot = await slotAt(tx, service, startsAt, now);
  if (isRefusal(slot)) return slot;
  const [deskId] = slot.deskIds;
  const on = dayOf(startsAt);
  const appointment = {
    id: newId(),
    unitId: service.unitId,
    serviceId: service.id,
    deskId: deskId!,
    on,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    code: newCode(await listCodes(tx, service.unitId, on)),
    personId: 'actor' in holder ? holder.actor.personId : null,
    procedureSlug,
    dossierCode,
  };
  const made = 'actor' in holder ? null : newSecret();
  const guest = 'actor' in holder ? null : holder.guest;
  await insertAppointment(tx, appointment, { guest, secretHash: made?.hash ?? null }, now);
  return {
    appointment: { ...appointment, state: 'BOOKED', movedTo: null },
    secret: made?.secret ?? null,
  };
}

async function slotAt(tx: Tx, service: Service, startsAt: Date, now: Date) {
  const on = dayOf(startsAt);
  const { days } = await offeredOf(tx, service, now, on);
  const slot = days.get(on)?.find((one) => one.startsAt.getTime() === startsAt.getTime());
  return slot ?? refuse('appointment.time-taken');
}

/** Five digits that no other arrival of the day says. */
function newCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = String(randomInt(100_000)).padStart(5, '0');
    if (!taken.has(code)) return code;
  }
}
