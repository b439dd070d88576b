import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { findService, listOffers } from '../store/plan.ts';
import { deleteShift, lockDesk, updatePaused, upsertShift, type Desk } from '../store/hall.ts';
import {
  callNextTicket,
  findTicket,
  lockCalled,
  updateCalledAgain,
  updateEnded,
  updateMoved,
} from '../store/tickets.ts';
import { servesOn } from '../slots.ts';
import type { Ticket } from '../ticket.ts';

/** Sits down at a desk, or goes on after a pause. Whoever sat there before and left is replaced after a pause only. */
export async function openDesk(tx: Tx, actor: Actor, deskId: string): Promise<undefined | Refusal> {
  const desk = await deskOf(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  if (desk.heldBy !== null && desk.heldBy !== actor.accountId && desk.pausedAt === null)
    return refuse('appointment.desk-held');
  await upsertShift(tx, desk.id, actor.accountId, actor.at);
  return undefined;
}

/** Calls nobody until the desk is opened again; who is there is served to the end. */
export async function pauseDesk(
  tx: Tx,
  actor: Actor,
  deskId: string,
): Promise<undefined | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  await updatePaused(tx, desk.id, actor.at);
  return undefined;
}

/** Leaves the desk; who was there counts as served. */
export async function closeDesk(
  tx: Tx,
  actor: Actor,
  deskId: string,
): Promise<undefined | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  const present = await lockCalled(tx, desk.id);
  if (present) await updateEnded(tx, present.id, 'DONE', actor.at);
  await deleteShift(tx, desk.id);
  return undefined;
}

/**
 * Is done with who is there and calls the next; null when nobody waits. `present` is the ticket that the official saw:
 * of two clicks the second changes nothing.
 */
export async function callNext(
  tx: Tx,
  actor: Actor,
  deskId: string,
  present: string | null,
): Promise<Ticket | null | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  const gone = await finish(tx, desk, present, 'DONE', actor.at);
  if (isRefusal(gone)) return gone;
  if (desk.pausedAt !== null) await upsertShift(tx, desk.id, actor.accountId, actor.at);
  const on = dayOf(actor.at);
  const offers = await listOffers(tx, { unitId: desk.unitId, from: on, to: on });
  const serviceIds = offers
    .filter((offer) => offer.deskId === desk.id && servesOn(offer, on))
    .map(({ serviceId }) => serviceId);
  return (await callNextTicket(tx, { ...desk, serviceIds }, on, actor.at)) ?? null;
}

/** Is done with who is there, or gives up who did not come. */
export async function endTicket(
  tx: Tx,
  actor: Actor,
  deskId: string,
  present: string,
  how: 'DONE' | 'SKIPPED',
): Promise<undefined | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  return isRefusal(desk) ? desk : finish(tx, desk, present, how, actor.at);
}

/** Calls a number again: the one at the desk, or one that did not come before. */
export async function callAgain(
  tx: Tx,
  actor: Actor,
  deskId: string,
  ticketId: string,
): Promise<Ticket | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  const ticket = await findTicket(tx, ticketId);
  if (!ticket || ticket.unitId !== desk.unitId || ticket.on !== dayOf(actor.at))
    return refuse('appointment.desk-moved-on');
  const present = await lockCalled(tx, desk.id);
  if (present && present.id !== ticket.id) await updateEnded(tx, present.id, 'DONE', actor.at);
  const isCalled = await updateCalledAgain(tx, ticket.id, desk.id, actor.at);
  return isCalled ? ticket : refuse('appointment.desk-moved-on');
}

/** Passes who is there on to another service of the unit; their turn stays, so they wait only for who came before. */
export async function passOn(
  tx: Tx,
  actor: Actor,
  deskId: string,
  present: string,
  serviceId: string,
): Promise<undefined | Refusal> {
  const desk = await heldDesk(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  const ticket = await lockCalled(tx, desk.id);
  if (ticket?.id !== present) return refuse('appointment.desk-moved-on');
  const service = await findService(tx, serviceId);
  if (service?.unitId !== desk.unitId) return refuse('appointment.no-such-service');
  await updateMoved(tx, ticket.id, service.id);
  return undefined;
}

async function finish(
  tx: Tx,
  desk: Desk,
  seen: string | null,
  how: 'DONE' | 'SKIPPED',
  at: Date,
): Promise<undefined | Refusal> {
  const present = await lockCalled(tx, desk.id);
  if ((present?.id ?? null) !== seen) return refuse('appointment.desk-moved-on');
  if (present) await updateEnded(tx, present.id, how, at);
  return undefined;
}

/** A desk of a unit in which the official has a post. */
async function deskOf(tx: Tx, actor: Actor, deskId: string): Promise<Desk | Refusal> {
  const desk = await lockDesk(tx, deskId);
  if (!desk || !actor.posts.some(({ unitId }) => unitId === desk.unitId))
    return refuse('appointment.not-your-desk');
  return desk;
}

async function heldDesk(tx: Tx, actor: Actor, deskId: string): Promise<Desk | Refusal> {
  const desk = await deskOf(tx, actor, deskId);
  if (isRefusal(desk)) return desk;
  return desk.heldBy === actor.accountId ? desk : refuse('appointment.desk-not-held');
}
