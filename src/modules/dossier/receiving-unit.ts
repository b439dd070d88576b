import { findUnitServing, servedPlaces, type Unit, type UnitKind } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';

/**
 * The unit that receives dossiers of a kind here. Reception inside a province does not depend on boundaries (Decree
 * 118/2025/NĐ-CP, article 14), so an online dossier goes to the installation's own commune.
 */
export async function receivingUnitOf(tx: Tx, kind: UnitKind): Promise<Unit | Refusal> {
  for (const place of await servedPlaces(tx)) {
    const unit = await findUnitServing(tx, kind, place);
    if (unit) return unit;
  }
  return refuse('dossier.no-receiving-unit');
}
