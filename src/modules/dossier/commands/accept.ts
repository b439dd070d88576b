import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { computeDueAt } from '../clock.ts';
import { inform } from '../inform.ts';
import { printReceptionSlip } from '../print/index.ts';
import { demandOnAcceptance, moveOn } from '../move-on.ts';

/**
 * Tiếp nhận: the dossier is complete, the clock of the procedure starts, and the applicant gets the receipt with the
 * appointed day (Mẫu 01, Circular 01/2018/TT-VPCP).
 */
export async function accept(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ dueAt: Date } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'accept');
  if (isRefusal(kase)) return kase;
  const { dossier } = kase;
  const dueAt = await computeDueAt(tx, dossier, actor.at, dossier.deadline);
  const accepted = { ...dossier, acceptedAt: actor.at, firstDueAt: dueAt, dueAt };
  const moved = await moveOn(tx, actor, accepted, kase.step!, 'accept');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'accept',
    to: moved.state,
    facts: { dueAt: dueAt.toISOString() },
    change: { acceptedAt: actor.at, firstDueAt: dueAt, dueAt },
  });
  await demandOnAcceptance(tx, actor, accepted);
  await printReceptionSlip(tx, actor, accepted);
  await inform(tx, accepted, 'accepted', actor.at);
  return { dueAt };
}
