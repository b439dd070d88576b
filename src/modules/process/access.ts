import { hasRole, type Access, type Actor } from '#/platform/http/index.ts';

const jumpers = ['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE', 'QUAN_TRI'] as const;

/**
 * Who may send a case past its model: leaders and administrators, and only in a unit that takes part in the case.
 * The module has no pages; who may do ordinary steps is said by the role and unit of each step.
 */
export function mayJump(actor: Actor, unitIds: readonly string[]): boolean {
  return unitIds.some((unit) => jumpers.some((role) => hasRole(actor, role, unit)));
}

/** Who may read what our models add to BPMN: whoever writes or reads models with a tool of their own. */
export const schemaReaders: Access = ['anyone'];
