import { getUnit, unitFor, type Unit, type UnitKind } from '#/modules/agency/index.ts';
import { stepList } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Dossier } from './dossier.ts';
import { processOf } from './process-of.ts';
import type { StepKind } from './steps.ts';

/** The unit of a kind that works with a receiving unit; that unit itself where the process names no kind. */
export async function unitOfKind(
  tx: Tx,
  kind: UnitKind | null,
  homeUnitId: string,
): Promise<string> {
  if (kind === null) return homeUnitId;
  const unit = await unitFor(tx, kind, homeUnitId);
  if (isRefusal(unit))
    throw new Error(`no unit of kind ${kind} for ${(await getUnit(tx, homeUnitId)).key}`);
  return unit.id;
}

/** The unit that approves dossiers of this procedure; the receiving unit where nobody approves. */
export function approvingUnitOf(tx: Tx, dossier: Placed): Promise<Unit> {
  return unitOfStep(tx, dossier, 'approve');
}

/** The unit to which fees are paid: that of the process's payment; the receiving unit where the process has none. */
export function collectingUnitOf(tx: Tx, dossier: Placed): Promise<Unit> {
  return unitOfStep(tx, dossier, 'pay');
}

type Placed = Pick<Dossier, 'definitionId' | 'versionId' | 'unitId'>;

async function unitOfStep(tx: Tx, dossier: Placed, kind: StepKind): Promise<Unit> {
  const steps = stepList(await processOf(tx, dossier));
  const unit = steps.find((step) => step.kind === kind)?.unit as UnitKind | null | undefined;
  return getUnit(tx, await unitOfKind(tx, unit ?? null, dossier.unitId));
}
