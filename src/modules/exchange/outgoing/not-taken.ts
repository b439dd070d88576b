import { lockDossier, returnOutsideLeg } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { isPassing } from '../incoming/take.ts';
import { refusals } from '../refusals.ts';
import { lockLeg, updateLeg } from '../store/legs.ts';

/** Refusals of ours that are about the part itself. The others are about keys, clocks and order, which people mend. */
const aboutPart: ReadonlySet<string> = new Set([
  'exchange.no-offer',
  'exchange.file-damaged',
  'exchange.not-applied',
  'exchange.not-understood',
  'exchange.too-large',
]);

/** Whether a refusal says that the part is not taken: also what other modules there refuse. */
export function isAboutPart(code: string | undefined): code is string {
  return code !== undefined && (!code.startsWith('exchange.') || aboutPart.has(code));
}

/**
 * A request was refused under the signature of who should do the part. It is over between the two installations; here its
 * step stays open for the officials, and everybody is told. False while the dossier waits for its applicant: then the
 * request is sent again later, and refused again.
 */
export async function returnPart(
  tx: Tx,
  { legId, partner, code, at }: { legId: string; partner: string; code: string; at: Date },
  dossierId: string,
): Promise<boolean> {
  await lockDossier(tx, dossierId);
  const leg = await lockLeg(tx, legId);
  if (leg.closedAt !== null) return true;
  const voice = { name: partner, at };
  const told = await returnOutsideLeg(
    tx,
    voice,
    { dossierId, taskId: leg.taskId! },
    reasonOf(code),
  );
  if (isRefusal(told) && isPassing(told)) return false;
  await updateLeg(tx, legId, { closedAt: at });
  return true;
}

function reasonOf(code: string): string {
  const own = code in refusals ? refusals[code as keyof typeof refusals] : undefined;
  return (own ?? refusals['exchange.not-applied']).words.vi.replace('{code}', code);
}
