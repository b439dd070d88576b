import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { moveOn } from '../move-on.ts';
import { proposerOf } from '../proposer.ts';
import { listActs } from '../store/index.ts';

/** Ký duyệt: the leader decides as proposed, and never on a proposal of their own. */
export async function approve(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'approve');
  if (isRefusal(kase)) return kase;
  if (proposerOf(await listActs(tx, kase.dossier.id)) === actor.accountId) {
    return refuse('dossier.own-proposal');
  }
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'approve');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'approve',
    to: moved.state,
    facts: { proposal: kase.dossier.proposal },
  });
  return { done: true };
}
