import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/actor.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { theVoidFollower } from './follow-voids.ts';
import { updateVoided } from './store.ts';

/** Voids an entry. It stays in its register with the reason, and its number is not given to another. */
export async function voidEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Refusal | undefined> {
  const subject = await updateVoided(tx, id, { at: actor.at, by: actor.accountId, reason });
  if (subject === undefined) return refuse('registry.no-such-entry');
  await theVoidFollower()(tx, actor, subject);
  return undefined;
}
