import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record, type Case } from '../case.ts';
import { inform } from '../inform.ts';
import { moveOn } from '../move-on.ts';
import { printRefusalNotice } from '../print/index.ts';

/**
 * One agency refuses its part of an interlinked procedure, in writing and with the reason; each agency decides its own
 * part, so the others go on (Decree 63/2024/NĐ-CP). What follows from it is said by the process.
 */
export async function refuseLeg(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  const reason = input.reason.trim();
  if (reason === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'refuse-leg');
  return isRefusal(kase) ? kase : closeLegRefused(tx, actor, kase, reason);
}

/** The same for a case that is open in the step of the part. */
export async function closeLegRefused(
  tx: Tx,
  actor: Actor,
  kase: Case,
  reason: string,
): Promise<{ done: true } | Refusal> {
  const { name: part, unitId } = kase.step!;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'refuse');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'refuse-leg',
    to: moved.state,
    words: reason,
    facts: { step: part },
  });
  await printRefusalNotice(tx, actor, kase.dossier, reason, { part, unitId });
  await inform(tx, kase.dossier, 'leg-refused', actor.at, { part, reason });
  return { done: true };
}
