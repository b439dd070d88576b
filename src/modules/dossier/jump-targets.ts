import { stepList, type ListedStep } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from './dossier.ts';
import { processOf } from './process-of.ts';
import type { OpenStep, StepKind } from './steps.ts';

/**
 * Steps in which a decision is prepared. A case may be sent to these past its model, and from these and from before the
 * signature: never past acceptance, a payment, another agency's part, a signature or the register, which are acts that
 * the law asks for and that no order replaces.
 */
const preparing: ReadonlySet<string> = new Set<StepKind>(['assign', 'handle', 'review']);

/** Whether a case may be taken away from where it stands. */
export function mayLeave(steps: readonly Pick<OpenStep, 'kind'>[]): boolean {
  return steps.length > 0 && steps.every(({ kind }) => preparing.has(kind) || kind === 'approve');
}

/** The steps of a dossier's process to which it may be sent. Nothing is reviewed before something was proposed. */
export async function listJumpTargets(
  tx: Tx,
  dossier: Pick<Dossier, 'definitionId' | 'versionId' | 'proposal'>,
): Promise<ListedStep[]> {
  const listed = stepList(await processOf(tx, dossier));
  return listed.filter(
    ({ kind }) =>
      kind !== null && preparing.has(kind) && (kind !== 'review' || dossier.proposal !== null),
  );
}
