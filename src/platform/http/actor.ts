import type { Lang } from '#/values/text.ts';

/** A role of a unit, as the law's processes name it. */
export interface Post {
  readonly unitId: string;
  readonly role: string;
}

/**
 * For whom somebody acts, and by what. Both are named wherever an act is kept: acting for another is never being the
 * other (RFC 8693: `sub` and `act`).
 */
export interface ActingFor {
  readonly personId: string;
  readonly name: string;
  readonly mandateId: string;
  /** In which procedures; null for all. */
  readonly procedureIds: readonly string[] | null;
  /** From when on: what happened before is not shown. */
  readonly since: Date;
}

/** Who acts, in which capacity and when. Every use case takes one; its time is the only "now" of the act. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly kind: 'citizen' | 'official' | 'system';
  readonly name: string;
  readonly posts: readonly Post[];
  /** Whether somebody has made sure that this is the person. Absent is no: then only what the account itself did is theirs. */
  readonly isVerified?: boolean | undefined;
  /** Level of assurance of this sign-in (Decree 69/2024/NĐ-CP); absent where none was told. */
  readonly assurance?: 1 | 2 | undefined;
  /** The person for whom this is done; `personId` and `name` stay those of who does it. */
  readonly actingFor?: ActingFor | undefined;
  /** They wanted to act for another and may not, or no longer: nothing is done then, least of all in their own name. */
  readonly hasLostMandate?: boolean | undefined;
  /** When the person last proved to be themselves in this session; acts of weight ask again after a while. */
  readonly confirmedAt?: Date | null | undefined;
  /** By what they did: a password, an app, a passkey. */
  readonly confirmedBy?: string | null | undefined;
  readonly at: Date;
  readonly lang: Lang;
}

/** Account of acts that no person does: timers, jobs. */
export const systemAccountId = '00000000-0000-7000-8000-000000000000';

/** Account of whoever types commands on the machine itself. */
export const operatorAccountId = '00000000-0000-7000-8000-000000000001';

/** The actor of jobs at an instant. */
export function systemActor(at: Date): Actor {
  return {
    accountId: systemAccountId,
    personId: systemAccountId,
    kind: 'system',
    name: 'Hệ thống',
    posts: [],
    isVerified: true,
    at,
    lang: 'vi',
  };
}

/** How sure it is who the actor is. Where the sign-in told no level, a verified account is of level 2. */
export function assuranceOf({ assurance, isVerified = false }: Actor): 1 | 2 {
  return assurance ?? (isVerified ? 2 : 1);
}

/** Who does an act, and for whom: what is kept with it besides the actor's account and name. */
export function behalfOf({ actingFor }: Actor): Readonly<Record<string, unknown>> {
  if (actingFor === undefined) return {};
  const { personId: sub, name, mandateId: mandate } = actingFor;
  return { behalf: { sub, name, mandate } };
}

/** Whether the actor acts for themselves, or may act for the other in this procedure. */
export function mayActIn({ actingFor }: Actor, procedureId: string): boolean {
  return actingFor?.procedureIds?.includes(procedureId) ?? true;
}

/** Whether the actor holds this role, in this unit when one is named. */
export function hasRole(actor: Actor, role: string, unitId?: string): boolean {
  return actor.posts.some(
    (post) => post.role === role && (unitId === undefined || post.unitId === unitId),
  );
}
