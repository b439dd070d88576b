import { refuseUnready } from '#/modules/signing/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { moveOn } from '../move-on.ts';
import { issuerOf } from '../print/index.ts';
import { proposerOf } from '../proposer.ts';
import { listActs } from '../store/index.ts';

/** Ký duyệt: the leader decides as proposed, never on a proposal of their own, and only while the result can be signed. */
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
  const { id: unitId } = await issuerOf(tx, kase.dossier);
  const unready = await refuseUnready(tx, { unitId, accountId: actor.accountId }, actor.at);
  if (unready) return unready;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'approve');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'approve',
    to: moved.state,
    facts: { proposal: kase.dossier.proposal },
  });
  return { done: true };
}
