import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { cancelOpenFees } from '../fees.ts';
import { inform } from '../inform.ts';
import { issueResult } from '../print/index.ts';
import { moveOn } from '../move-on.ts';

/** Vào sổ, đóng dấu: the result gets its number in the register and is printed for good (Decree 30/2020/NĐ-CP). Who is refused owes nothing for it. */
export async function register(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ number: string } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'register');
  if (isRefusal(kase)) return kase;
  const { dossier } = kase;
  const moved = await moveOn(tx, actor, dossier, kase.step!, 'done');
  if (isRefusal(moved)) return moved;
  if (dossier.proposal === 'refuse') await cancelOpenFees(tx, actor, dossier);
  const { number, documentId } = await issueResult(tx, actor, dossier);
  await record(tx, actor, kase, {
    verb: 'register',
    to: moved.state,
    facts: { number },
    change: { resultNumber: number, resultDocumentId: documentId },
  });
  await inform(tx, dossier, dossier.proposal === 'refuse' ? 'refused' : 'resolved', actor.at);
  return { number };
}
