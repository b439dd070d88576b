import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { openCase, record, type Case } from '../case.ts';
import { moveOn } from '../move-on.ts';

/** One agency's part of an interlinked procedure is done; its partial result goes into the history. */
export async function finishLeg(
  tx: Tx,
  actor: Actor,
  input: { code: string; result: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'finish-leg');
  return isRefusal(kase) ? kase : closeLegDone(tx, actor, kase, input.result);
}

/** The same for a case that is open in the step of the part. */
export async function closeLegDone(
  tx: Tx,
  actor: Actor,
  kase: Case,
  result: string,
): Promise<{ done: true } | Refusal> {
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'done');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'finish-leg',
    to: moved.state,
    words: result.trim() || undefined,
    facts: { step: kase.step!.name },
  });
  return { done: true };
}
