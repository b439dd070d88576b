import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { bestMatch, fallbackEvent } from './rules.ts';
import { findTold } from './store/listing.ts';
import { addMuted } from './store/preferences.ts';
import { getRules } from './store/rules.ts';
import { channelNames } from './write/template.ts';

export interface Muted {
  readonly topic: string;
}

/** From now on messages like this one stay in the inbox. Undefined when it is none that can be switched off. */
export async function mute(tx: Tx, messageId: string, at: Date): Promise<Muted | undefined> {
  const told = await findTold(tx, messageId);
  if (!told) return undefined;
  const rules = await getRules(tx, dayOf(at));
  const { topic, isMandatory } = bestMatch(rules.events, told.event) ?? fallbackEvent;
  if (isMandatory) return undefined;
  await addMuted(tx, told.personId, topic, channelNames, at);
  return { topic };
}
