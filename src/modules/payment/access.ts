import { hasRole, type Access, type Actor } from '#/platform/http/index.ts';

/** Roles that take money at a counter, or match it with a bank's statement, in the unit that collects. */
const collectorRoles = ['TIEP_NHAN', 'TRA_KET_QUA', 'CA_TIEP_NHAN', 'CB_THUE'] as const;

/** Leaders who decide about money that others took. The database shows them only the units that they lead. */
const leaderRoles = ['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE'] as const;

/** Who pays, or looks at what they have to pay. */
export const payers: Access = ['signed-in'];

/** Where gateways lead people back to: the address is as hard to guess as a password. */
export const anybody: Access = ['anyone'];

/** Who takes and reconciles money. */
export const keepers: Access = [...collectorRoles, ...leaderRoles];

/** Who declares accounts and gateways. */
export const administrators: Access = ['admin'];

/** Whether the actor may record money for this unit, or say that none is owed. Jobs may. */
export function mayCollect(actor: Actor, unitId: string): boolean {
  return actor.kind === 'system' || collectorRoles.some((role) => hasRole(actor, role, unitId));
}

/** Whether the actor may decide what another has prepared about the money of a unit that is shown to them. */
export function mayDecide(actor: Actor, unitId: string): boolean {
  return mayCollect(actor, unitId) || leaderRoles.some((role) => hasRole(actor, role));
}
