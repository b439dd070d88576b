import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import { assuranceOf, mayActIn, type Actor } from '#/platform/http/index.ts';
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
 * account that was opened from home with somebody's number does not get at what that person filed at the counter. Whoever
 * acts for another has what is the other's, as far as the mandate reaches, and nothing of their own meanwhile.
 */
export function isOwn(
  actor: Actor,
  dossier: Pick<
    Dossier,
    | 'accountId'
    | 'ownerPersonId'
    | 'submitterPersonId'
    | 'mandateId'
    | 'procedureId'
    | 'submittedAt'
  >,
): boolean {
  const { actingFor } = actor;
  if (actingFor !== undefined)
    return (
      dossier.ownerPersonId === actingFor.personId &&
      mayActIn(actor, dossier.procedureId) &&
      dossier.submittedAt >= actingFor.since
    );
  // Who filed it for somebody else sees it while they act for them, and no longer.
  if (dossier.mandateId !== null)
    return actor.isVerified === true && dossier.ownerPersonId === actor.personId;
  return (
    dossier.accountId === actor.accountId ||
    (actor.isVerified === true &&
      (dossier.ownerPersonId === actor.personId || dossier.submitterPersonId === actor.personId))
  );
}

/** Whether it is as sure who files online as the procedure asks for: what is filed so bears no signature. */
export function isSureEnough(
  actor: Actor,
  { assurance = 2 }: Pick<CompiledProcedure['catalogue'], 'assurance'>,
): boolean {
  return assuranceOf(actor) >= assurance;
}

/** Whether a draft is the actor's own to open, change and file. To everybody else it does not exist. */
export function isDrafter(
  actor: Actor,
  draft: Pick<Draft, 'accountId' | 'mandateId' | 'procedureId'>,
): boolean {
  return (
    draft.accountId === actor.accountId &&
    draft.mandateId === (actor.actingFor?.mandateId ?? null) &&
    mayActIn(actor, draft.procedureId)
  );
}
