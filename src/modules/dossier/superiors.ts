import type { Actor } from '#/platform/http/index.ts';
import { holds, type OpenStep } from './steps.ts';

/** Roles that lead a unit: they allow further supplement requests and hand work over between others. */
const superiorRoles: readonly string[] = [
  'TRUONG_PHONG',
  'LANH_DAO_UBND',
  'CA_LANH_DAO',
  'LANH_DAO_THUE',
];

/** Whether a role leads a unit. */
export function isSuperiorRole(role: string): boolean {
  return superiorRoles.includes(role);
}

/** Whether a role leads the whole authority. */
export function isLeader(role: string): boolean {
  return role !== 'TRUONG_PHONG' && superiorRoles.includes(role);
}

/** Whether one of the actor's posts leads a unit. */
export function isSuperior(actor: Actor): boolean {
  return actor.posts.some((post) => superiorRoles.includes(post.role));
}

/** Who may hand a step to somebody: its holder, anybody of its post while it is free, who leads its unit, and the authority's leaders. */
export function mayHandOver(actor: Actor, step: OpenStep): boolean {
  if (step.assigneeId === actor.accountId) return true;
  if (step.assigneeId === null && holds(actor, step)) return true;
  return actor.posts.some(
    ({ unitId, role }) =>
      role === 'LANH_DAO_UBND' || (unitId === step.unitId && superiorRoles.includes(role)),
  );
}
