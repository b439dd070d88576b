import { seal, unseal } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { dayOf } from '#/values/day.ts';
import { writeEvent } from '../event.ts';
import type { Leg } from '../leg.ts';
import { ownNode } from '../node.ts';
import { listPartnersAt } from '../store/declared.ts';
import { deleteNamed, hasNamed, insertNamed } from '../store/files.ts';
import { findLeg, updateLeg } from '../store/legs.ts';
import {
  claimOutgoing,
  updateArrived,
  updateBody,
  updateFailed,
  updateUnready,
  type Outgoing,
} from '../store/outgoing.ts';
import { deliver, type Delivery } from './deliver.ts';
import { openParcel } from './parcel.ts';
import { isAboutPart, returnPart } from './not-taken.ts';
import { contentOf, unready } from './write-message.ts';

/** After the first attempt 30 seconds, then twice as long each time, at most six hours; after the last an administrator decides. */
const [firstPauseMs, longestPauseMs, mostAttempts] = [30_000, 6 * 3_600_000, 16];

/** What lies in the box says nothing to who reads it there. */
const label = (id: string) => `exchange.outgoing ${id}`;

/**
 * Sends what is due, one after the other, until nothing is. The message is claimed and written in transactions of their
 * own: whoever is killed leaves a message that is sent again, and that the other side knows by its id.
 * Returns how many arrived.
 */
export async function sendDue(services: Services): Promise<number> {
  let arrived = 0;
  for (;;) {
    const at = services.clock.now();
    const message = await services.database.transaction((tx) => claimOutgoing(tx, at));
    if (!message) return arrived;
    if (await sendOne(services, message, at)) arrived += 1;
  }
}

async function sendOne(services: Services, message: Outgoing, at: Date): Promise<boolean> {
  const { database, log } = services;
  try {
    const ready = await prepare(services, message, at);
    if (ready === undefined) return false;
    const outcome = await deliver(ownNode(services), ready.to, ready, at);
    await database.transaction(async (tx) => {
      if (!outcome.arrived) {
        if (!(await mayEnd(tx, message, ready.to, outcome, at)))
          return updateUnready(tx, message.id, new Date(at.getTime() + longestPauseMs));
        return updateFailed(tx, message.id, outcome.fault, nextAt(message, outcome, at));
      }
      await updateArrived(tx, message.id, at);
      await deleteNamed(tx, message.id);
      if (outcome.code !== undefined && message.kind === 'requested')
        await updateLeg(tx, message.legId, { partnerCode: outcome.code });
    });
    return outcome.arrived;
  } catch (err) {
    log.error({ err, message: message.id }, 'a message could not be written');
    const failure = { fault: 'message', isFinal: false };
    await database.transaction((tx) =>
      updateFailed(tx, message.id, failure.fault, nextAt(message, failure, at)),
    );
    return false;
  }
}

/** What a final refusal of a request means here; false when that cannot be told yet. */
async function mayEnd(
  tx: Tx,
  { legId, kind }: Outgoing,
  { leg, name }: { readonly leg: Leg; readonly name: string },
  { isFinal, code }: Extract<Delivery, { arrived: false }>,
  at: Date,
): Promise<boolean> {
  if (kind !== 'requested' || !isFinal || !isAboutPart(code)) return true;
  return returnPart(tx, { legId, partner: name, code, at }, leg.dossierId);
}

function nextAt(
  { attempts }: Outgoing,
  { isFinal }: Pick<Extract<Delivery, { arrived: false }>, 'isFinal'>,
  at: Date,
): Date | null {
  if (isFinal || attempts >= mostAttempts) return null;
  return new Date(at.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1)));
}

/** The text of a message, the same at every attempt, and where it goes. Undefined when it has to wait a little. */
async function prepare(services: Services, message: Outgoing, at: Date) {
  const { address, sealKey } = ownNode(services);
  const { database, files } = services;
  return database.transaction(async (tx) => {
    const leg = (await findLeg(tx, message.legId))!;
    const partners = await listPartnersAt(tx, leg.address, dayOf(at));
    const publicKeys = new Map(partners.map(({ keyId, publicKey }) => [keyId, publicKey]));
    const name = partners[0]?.name ?? leg.address;
    const to = { address: leg.address, publicKeys, leg, name };
    if (message.body !== null)
      return {
        to,
        text: unseal(sealKey, message.body, label(message.id))!,
        isFetched: await hasNamed(tx, message.id),
      };
    const parcel = openParcel(tx, files);
    const data = await contentOf(tx, parcel, leg, message);
    if (data === unready) {
      await updateUnready(tx, message.id, new Date(at.getTime() + 5_000));
      return undefined;
    }
    const text = writeEvent({
      id: message.id,
      kind: message.kind,
      source: address,
      legId: leg.id,
      number: message.number,
      time: message.createdAt.toISOString(),
      data,
    });
    await updateBody(tx, message.id, seal(sealKey, text, label(message.id)));
    await insertNamed(tx, message.id, parcel.named);
    return { to, text, isFetched: parcel.named.length > 0 };
  });
}
