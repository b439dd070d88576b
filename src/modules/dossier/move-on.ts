import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import type { Dossier } from './dossier.ts';
import { demandLawfulFees } from './fees.ts';
import { inform } from './inform.ts';
import { finishStep, type AfterStep } from './process-link.ts';
import { processOf } from './process-of.ts';
import { hasPayStep } from './process-vars.ts';
import type { OpenStep } from './steps.ts';
import { findOpenSupplement, updateClosed } from './store/index.ts';

/**
 * Completes a step and does what the next one needs: where the process now waits for a payment, the fees are demanded
 * and the applicant is told.
 */
export async function moveOn(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  step: OpenStep,
  outcome: string,
): Promise<AfterStep | Refusal> {
  const moved = await finishStep(tx, actor, dossier, step, outcome);
  if (!isRefusal(moved)) await dropProposedRequest(tx, actor, dossier);
  if (isRefusal(moved) || moved.state !== 'PAYMENT_REQUIRED') return moved;
  await demandLawfulFees(tx, actor, dossier);
  await inform(tx, dossier, 'payment-required', actor.at);
  return moved;
}

/** A further supplement request that no superior has allowed yet is void once the dossier goes on. */
export async function dropProposedRequest(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  const request = await findOpenSupplement(tx, dossier.id);
  if (request && request.sentAt === null) await updateClosed(tx, request.id, actor.at, false);
}

/** Demands the fees with the acceptance, unless the process has a step of its own for that. */
export async function demandOnAcceptance(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  const process = await processOf(tx, dossier);
  if (!hasPayStep(process)) await demandLawfulFees(tx, actor, dossier);
}
