import { newId } from '#/values/id.ts';
import type { Channel, Outcome } from '../channels/channel.ts';
import {
  beginHanding,
  claimDue,
  freeClaimed,
  takeOrphans,
  type Claimed,
} from '../store/messages.ts';
import { gatherDigests } from './digest.ts';
import type { Office } from './office.ts';
import { planNew } from './plan.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';

/** Messages that one channel has on the wire at once. */
const atOnce = 20;

/**
 * Plans what is new, gathers digests and hands over what is due, until nothing is. Each message is marked before its
 * first byte goes out and after the answer came, in transactions of their own: whoever is killed between the two
 * leaves one of which nobody knows, and no other.
 */
export async function deliverDue(office: Office): Promise<number> {
  await takeBack(office);
  let handed = 0;
  for (;;) {
    const planned = await planNew(office);
    const gathered = await gatherDigests(office);
    const counts = await Promise.all(
      [...office.channels.values()].map((one) => round(office, one)),
    );
    const now = counts.reduce((sum, n) => sum + n, 0);
    handed += now;
    if (planned + gathered + now === 0) return handed;
  }
}

/** What dead workers left: claimed messages wait again, those on the wire go another way. */
async function takeBack(office: Office): Promise<void> {
  const { database, clock } = office.services;
  const at = clock.now();
  await database.transaction(async (tx) => {
    await freeClaimed(tx, at);
    for (const orphan of await takeOrphans(tx, at))
      await settle(tx, orphan, null, { kind: 'unknown', code: 'worker died' }, at);
  });
}

async function round(office: Office, channel: Channel): Promise<number> {
  const { database, clock } = office.services;
  const claimed = await database.transaction((tx) =>
    claimDue(tx, channel.name, clock.now(), atOnce),
  );
  await Promise.all(claimed.map((message) => handOver(office, channel, message)));
  return claimed.length;
}

async function handOver(office: Office, channel: Channel, message: Claimed): Promise<void> {
  const { database, clock, log } = office.services;
  const attemptId = newId();
  const ready = await database.transaction(async (tx) => {
    const mine = await beginHanding(tx, message, attemptId, clock.now());
    return mine ? await prepare(tx, office, message, clock.now()) : undefined;
  });
  if (ready === undefined) return;
  const outcomes = await Promise.all(
    ready.parcels.map((parcel) =>
      channel.send(parcel).catch((err: unknown): Outcome => {
        // An adapter that throws has a fault of its own; the message may be on the wire. No address is logged.
        log.error({ err, message: message.id, channel: channel.name }, 'channel failed');
        return { kind: 'unknown', code: 'fault' };
      }),
    ),
  );
  await database.transaction((tx) =>
    settle(
      tx,
      { ...message, attempt: message.attempt + 1 },
      {
        attemptId,
        parts: ready.parts,
        tries: ready.parcels.map((one, n) => [one, outcomes[n]!] as const),
      },
      together(outcomes),
      clock.now(),
    ),
  );
}

/** One that went out is enough: a person with two browsers is told when one shows it. */
function together(outcomes: readonly Outcome[]): Outcome {
  const worth = ['sent', 'unknown', 'later', 'refused'];
  const [best] = outcomes.toSorted((a, b) => worth.indexOf(a.kind) - worth.indexOf(b.kind));
  return best ?? { kind: 'refused', code: 'no address' };
}
