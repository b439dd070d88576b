import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import type { Outcome, Parcel } from '../channels/channel.ts';
import type { Subscription } from '../channels/push.ts';
import { bestMatch, fallbackEvent } from '../rules.ts';
import { deleteEndpoint, insertDeadAddress } from '../store/addresses.ts';
import { insertCallback } from '../store/callbacks.ts';
import type { Claimed } from '../store/messages.ts';
import { updateChannel, updateCourse } from '../store/outcomes.ts';
import { getRules } from '../store/rules.ts';
import { courseAfter } from './course.ts';

/** What was tried; null when the worker that tried is gone. */
type Tried = {
  readonly attemptId: string;
  readonly parts: number | undefined;
  readonly tries: readonly (readonly [Parcel, Outcome])[];
} | null;

/** Writes down what came of a try and sends the message on its further way. */
export async function settle(
  tx: Tx,
  message: Pick<Claimed, 'id' | 'channel' | 'channels' | 'attempt' | 'event' | 'serviceId'>,
  tried: Tried,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  const rules = await getRules(tx, dayOf(at));
  const rule = bestMatch(rules.events, message.event) ?? fallbackEvent;
  const course = courseAfter(message, outcome, at, {
    quiet: rules.quiet,
    // A service decides by itself when it sends.
    isUrgent: rule.isUrgent || message.serviceId !== null,
    random: Math.random(),
  });
  await updateCourse(
    tx,
    { id: message.id, attemptId: tried?.attemptId ?? null, parts: tried?.parts, at },
    outcome,
    course,
  );
  for (const [{ to }, one] of tried?.tries ?? [])
    if (one.kind === 'refused' && one.isAddressDead === true)
      await forgetAddress(tx, message, to, one.code, at);
  if (tried && outcome.kind !== 'unknown')
    await updateChannel(
      tx,
      message.channel,
      outcome.kind === 'later' && outcome.isAway === true,
      at,
    );
  const status = statusOfCourse(course.state);
  if (message.serviceId !== null && status !== undefined)
    await insertCallback(tx, { messageId: message.id, serviceId: message.serviceId, status, at });
}

function statusOfCourse(state: string): string | undefined {
  if (state === 'failed') return 'permanent-failure';
  if (state === 'dead') return 'temporary-failure';
  return state === 'unknown' ? 'technical-failure' : undefined;
}

async function forgetAddress(
  tx: Tx,
  { channel }: Pick<Claimed, 'channel'>,
  to: string,
  code: string,
  at: Date,
): Promise<void> {
  if (channel === 'push') return deleteEndpoint(tx, (JSON.parse(to) as Subscription).endpoint);
  return insertDeadAddress(tx, { channel, address: to, code, at });
}
