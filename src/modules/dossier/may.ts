import type { Actor } from '#/platform/http/index.ts';
import type { Dossier } from './dossier.ts';

/** Whether an official's posts lie in a unit that takes part in the dossier. */
export function mayHandle(actor: Actor, dossier: Pick<Dossier, 'unitIds'>): boolean {
  return (
    actor.kind === 'official' && actor.posts.some((post) => dossier.unitIds.includes(post.unitId))
  );
}

/** Whether the dossier is the actor's own: filed by the account, or about the person. */
export function isOwn(
  actor: Actor,
  dossier: Pick<Dossier, 'accountId' | 'ownerPersonId' | 'submitterPersonId'>,
): boolean {
  return (
    dossier.accountId === actor.accountId ||
    dossier.ownerPersonId === actor.personId ||
    dossier.submitterPersonId === actor.personId
  );
}
