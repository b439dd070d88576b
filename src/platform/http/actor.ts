import type { Lang } from '#/values/text.ts';

/** A role of a unit, as the law's processes name it. */
export interface Post {
  readonly unitId: string;
  readonly role: string;
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
  /** When the person last proved to be themselves in this session; acts of weight ask again after a while. */
  readonly confirmedAt?: Date | null | undefined;
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

/** Whether the actor holds this role, in this unit when one is named. */
export function hasRole(actor: Actor, role: string, unitId?: string): boolean {
  return actor.posts.some(
    (post) => post.role === role && (unitId === undefined || post.unitId === unitId),
  );
}
