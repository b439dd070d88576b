import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { moveOn } from '../move-on.ts';

/** What an agency that was asked says. */
export type Opinion = 'agree' | 'object';

/**
 * Cho ý kiến: an agency that was asked answers in writing; who objects says why. Its words are for the agency that asked.
 * Each agency answers in its own time; what its silence means is said by the process.
 */
export async function giveOpinion(
  tx: Tx,
  actor: Actor,
  input: { code: string; opinion: Opinion; words: string | null },
): Promise<{ done: true } | Refusal> {
  const { code, opinion, words } = input;
  if (opinion === 'object' && (words ?? '').trim() === '')
    return refuse('dossier.objection-unfounded');
  const kase = await openCase(tx, actor, code, 'give-opinion');
  if (isRefusal(kase)) return kase;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, opinion);
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'give-opinion',
    to: moved.state,
    facts: { step: kase.step!.name, opinion, note: words },
  });
  return { done: true };
}
