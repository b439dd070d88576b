import { cancelDemands, demandFees, demandsOf, type Demand } from '#/modules/payment/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { formatDong } from '#/values/money.ts';
import type { Dossier } from './dossier.ts';
import { judge } from './rules.ts';
import { collectingUnitOf } from './unit-of-step.ts';

/** Demands what the rules of the procedure say, once. A dossier without fees owes nothing. */
export async function demandLawfulFees(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  if ((await demandsOf(tx, dossier.id)).length > 0) return;
  const { fees } = await judge(tx, dossier);
  if (fees.total === 0) return;
  const demanded = await demandFees(tx, actor, {
    dossierId: dossier.id,
    payerPersonId: dossier.submitterPersonId,
    unitId: (await collectingUnitOf(tx, dossier)).id,
    lines: fees.lines.map(({ key, name, amount, quantity }) => ({
      key,
      label: name,
      amount,
      quantity,
    })),
  });
  if (isRefusal(demanded))
    throw new Error(`fees of ${dossier.id} cannot be demanded: ${demanded.refused}`);
}

/** All demands for a dossier, open and closed. */
export function demandsOfDossier(tx: Tx, dossier: Pick<Dossier, 'id'>): Promise<Demand[]> {
  return demandsOf(tx, dossier.id);
}

/** What is still owed, as people write it, or null. */
export async function unpaidAmount(tx: Tx, dossier: Pick<Dossier, 'id'>): Promise<string | null> {
  const open = (await demandsOf(tx, dossier.id)).filter((demand) => demand.state === 'open');
  if (open.length === 0) return null;
  return formatDong(open.reduce((sum, demand) => sum + demand.total, 0));
}

/** Takes open demands back, when the dossier ends without a result. */
export async function cancelOpenFees(
  tx: Tx,
  actor: Actor,
  dossier: Pick<Dossier, 'id'>,
): Promise<void> {
  await cancelDemands(tx, actor, {
    dossierId: dossier.id,
    ground: 'Hồ sơ kết thúc không có kết quả',
  });
}
