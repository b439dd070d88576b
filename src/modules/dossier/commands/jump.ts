import { mayJump } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { openCase, record } from '../case.ts';
import { listJumpTargets, mayLeave } from '../jump-targets.ts';
import { dropProposedRequest } from '../move-on.ts';
import { jumpProcess } from '../process-link.ts';

/**
 * Chuyển bước ngoài quy trình: a leader of a unit that takes part sends the case to another step in which a decision is
 * prepared, and says why. Deadlines stay: an order gives nobody more time.
 */
export async function jump(
  tx: Tx,
  actor: Actor,
  input: { code: string; element: string; reason: string },
): Promise<{ done: true } | Refusal> {
  const reason = input.reason.trim();
  if (reason === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'jump');
  if (isRefusal(kase)) return kase;
  const { dossier, steps } = kase;
  if (!mayJump(actor, dossier.unitIds)) return refuse('process.may-not-jump');
  const target = (await listJumpTargets(tx, dossier)).find(({ id }) => id === input.element);
  if (!target || !mayLeave(steps) || steps.some(({ node }) => node === target.no))
    return refuse('dossier.no-jump-there');
  const moved = await jumpProcess(tx, actor, dossier, { element: target.id, reason });
  if (isRefusal(moved)) return moved;
  await dropProposedRequest(tx, actor, dossier);
  await record(tx, actor, kase, {
    verb: 'jump',
    to: moved.state,
    facts: { step: say('vi', target.name), from: steps.map(({ name }) => name), note: reason },
  });
  return { done: true };
}
