import { unseal } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { readEvent } from '../event.ts';
import { ownNode } from '../node.ts';
import { listPartnersAt } from '../store/declared.ts';
import {
  findWaiting,
  listReadyLegs,
  updateApplied,
  updateHeld,
  updateRefused,
  type Incoming,
} from '../store/incoming.ts';
import { findLeg, updateReceivedCount } from '../store/legs.ts';
import { applyEvent } from './apply.ts';
import { isPassing, labelOf } from './take.ts';

const batch = 50;

/** Applies messages that waited and whose turn has come, each in a transaction of its own. Returns how many. */
export async function applyReady(services: Services): Promise<number> {
  let applied = 0;
  for (const legId of await services.database.transaction((tx) => listReadyLegs(tx, batch))) {
    while (await applyNext(services, legId)) applied += 1;
  }
  return applied;
}

async function applyNext(services: Services, legId: string): Promise<boolean> {
  const at = services.clock.now();
  const next: { message?: Incoming } = {};
  const outcome = await services.database.transaction(async (tx) => {
    const leg = await findLeg(tx, legId);
    const message = leg && (await findWaiting(tx, leg.address, legId, leg.received + 1));
    if (!message) return undefined;
    next.message = message;
    return applyWaiting(tx, services, message, at);
  });
  const { message } = next;
  if (message === undefined || !isRefusal(outcome)) return outcome !== undefined;
  await services.database.transaction((tx) =>
    isPassing(outcome)
      ? updateHeld(tx, message, outcome.refused)
      : updateRefused(tx, message, outcome.refused),
  );
  return false;
}

async function applyWaiting(
  tx: Tx,
  services: Services,
  message: Incoming,
  at: Date,
): Promise<{ readonly done: true } | Refusal> {
  const { sealKey } = ownNode(services);
  const text = unseal(sealKey, message.body!, labelOf(message.address, message.id));
  const event = text === undefined ? undefined : readEvent(text);
  const [partner] = await listPartnersAt(tx, message.address, dayOf(at));
  if (!event || !partner) return { refused: 'exchange.no-such-partner' };
  const leg = await findLeg(tx, message.legId);
  const applied = await applyEvent(tx, { services, partner, at }, event, leg);
  if (isRefusal(applied)) return applied;
  await updateApplied(tx, message, at);
  await updateReceivedCount(tx, message.legId, message.number);
  return { done: true };
}
