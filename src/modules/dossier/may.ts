import type { Actor } from '#/platform/http/index.ts';
import type { Dossier } from './dossier.ts';
import type { Draft } from './store/index.ts';

/** Whether an official's posts lie in a unit that takes part in the dossier. */
export function mayHandle(actor: Actor, dossier: Pick<Dossier, 'unitIds'>): boolean {
  return (
    actor.kind === 'official' && actor.posts.some((post) => dossier.unitIds.includes(post.unitId))
  );
}

/**
 * Whether the dossier is the actor's own: filed by the account, or about the person when it is certain who that is. An
 * account that was opened from home with somebody's number does not get at what that person filed at the counter.
 */
export function isOwn(
  actor: Actor,
  dossier: Pick<Dossier, 'accountId' | 'ownerPersonId' | 'submitterPersonId'>,
): boolean {
  return (
    dossier.accountId === actor.accountId ||
    (actor.isVerified === true &&
      (dossier.ownerPersonId === actor.personId || dossier.submitterPersonId === actor.personId))
  );
}

/** Whether a draft is the actor's own to open, change and file. To everybody else it does not exist. */
export function isDrafter(actor: Actor, draft: Pick<Draft, 'accountId'>): boolean {
  return draft.accountId === actor.accountId;
}
