import { hasRole, type Actor } from '#/platform/http/index.ts';

/** Roles that take money at a counter, or match it with a bank's statement, in the unit that collects. */
const collectorRoles = ['TIEP_NHAN', 'TRA_KET_QUA', 'CA_TIEP_NHAN', 'CB_THUE'] as const;

/** Whether the actor may record money for this unit, or say that none is owed. Jobs may. */
export function mayCollect(actor: Actor, unitId: string): boolean {
  return actor.kind === 'system' || collectorRoles.some((role) => hasRole(actor, role, unitId));
}
