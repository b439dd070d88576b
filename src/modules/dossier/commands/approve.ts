import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { moveOn } from '../move-on.ts';

/** Ký duyệt: the leader decides as proposed. */
export async function approve(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'approve');
  if (isRefusal(kase)) return kase;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'approve');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'approve',
    to: moved.state,
    facts: { proposal: kase.dossier.proposal },
    change: { pausedAt: moved.pausedAt },
  });
  return { done: true };
}
