import type { Day } from '#/values/day.ts';
import type { Role } from './role.ts';

/** A role that a person holds in a unit for a time. */
export interface Post {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly role: Role;
  /** Chức vụ as papers print it: Chủ tịch. */
  readonly title: string;
  readonly from: Day;
  /** First day out of it. */
  readonly to: Day | null;
}

/** A post as it is held on a day: by oneself, or for somebody who is away. */
export interface HeldPost {
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly standsInFor?: string | undefined;
}

/** Somebody who can act in a role on a day. */
export interface Official {
  readonly personId: string;
  readonly title: string;
  readonly standsInFor?: string | undefined;
}
