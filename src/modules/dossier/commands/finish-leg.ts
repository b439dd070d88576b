import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { moveOn } from '../move-on.ts';

/** One agency's part of an interlinked procedure is done; its partial result goes into the history. */
export async function finishLeg(
  tx: Tx,
  actor: Actor,
  input: { code: string; result: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'finish-leg');
  if (isRefusal(kase)) return kase;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'done');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'finish-leg',
    to: moved.state,
    words: input.result.trim() || undefined,
    facts: { step: kase.step!.name },
  });
  return { done: true };
}
