import { getPerson } from '#/modules/identity/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { revokedNotices } from './notices.ts';
import { findMandate, updateRevoked } from './store.ts';

/**
 * Ends a mandate at once: by the principal, by the representative who gives it back, or by an official at the counter.
 * Whatever is under way by it in another transaction is done first; nothing begins after.
 */
export async function revoke(
  tx: Tx,
  actor: Actor,
  mandateId: string,
): Promise<{ readonly done: true } | Refusal> {
  const mandate = await findMandate(tx, mandateId);
  const isParty =
    mandate?.principalId === actor.personId || mandate?.representativeId === actor.personId;
  // That somebody else's exists is not told.
  if (!mandate || !(isParty || actor.kind === 'official')) return refuse('mandate.none');
  const isDone = await updateRevoked(tx, mandate.id, { by: actor.accountId, at: actor.at });
  if (!isDone) return refuse('mandate.ended');
  const [principal, representative] = await Promise.all([
    getPerson(tx, mandate.principalId),
    getPerson(tx, mandate.representativeId),
  ]);
  for (const notice of revokedNotices(mandate, principal, representative, actor.at))
    await tell(tx, notice);
  return { done: true };
}
