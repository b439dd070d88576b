import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { computeDueAfterPauses } from '../clock.ts';
import { inform } from '../inform.ts';
import { lengthenSteps } from '../lengthen-steps.ts';
import { pausesOf } from '../pauses.ts';
import { lawfulDeadline } from '../rules.ts';
import { listActs } from '../store/index.ts';

/**
 * Xác minh: the procedure's own longer deadline applies, counted from acceptance and moved by the pauses since, and the
 * applicant is told why. What is longer, and whether it is longer at all, is said by the rules of the procedure; the step
 * that waits gets its longer hours with it.
 */
export async function extend(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ dueAt: Date } | Refusal> {
  if (input.reason.trim() === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'extend');
  if (isRefusal(kase)) return kase;
  const { dossier } = kase;
  if (dossier.variant !== 'NORMAL') return refuse('dossier.already-extended');
  const deadline =
    (await lawfulDeadline(tx, dossier, 'VERIFY')) ?? (await lawfulDeadline(tx, dossier, 'EXTEND'));
  if (!deadline) return refuse('dossier.no-extension');
  const pauses = pausesOf(await listActs(tx, dossier.id));
  const dueAt = await computeDueAfterPauses(
    tx,
    dossier,
    dossier.acceptedAt ?? actor.at,
    deadline.allowance,
    pauses,
  );
  const steps = await lengthenSteps(tx, { ...dossier, dueAt }, pauses, actor.at);
  await record(tx, actor, kase, {
    verb: 'extend',
    to: dossier.state === 'HANDLING' && deadline.variant === 'VERIFY' ? 'VERIFYING' : dossier.state,
    words: input.reason,
    facts: { dueBefore: dossier.dueAt, dueAt, steps },
    change: { variant: deadline.variant, deadline: deadline.allowance, dueAt },
  });
  await inform(tx, { ...dossier, dueAt }, 'extended', actor.at, { reason: input.reason });
  return { dueAt };
}
