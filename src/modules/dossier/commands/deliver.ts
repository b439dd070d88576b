import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isPrinted } from '#/modules/document/index.ts';
import { openCase, record } from '../case.ts';
import type { Delivery } from '../dossier.ts';
import { unpaidAmount } from '../fees.ts';
import { inform } from '../inform.ts';
import { moveOn } from '../move-on.ts';

export interface DeliverInput {
  readonly code: string;
  readonly by: Delivery;
  /** Who took it at the counter, or the number of the postal item. */
  readonly note: string | null;
}

/** Trả kết quả: online, at the counter or by post, once the result is there and the fees are paid. */
export async function deliver(
  tx: Tx,
  actor: Actor,
  input: DeliverInput,
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'deliver');
  if (isRefusal(kase)) return kase;
  const { dossier } = kase;
  const owed = await unpaidAmount(tx, dossier);
  if (owed !== null) return refuse('dossier.unpaid', { amount: owed });
  if (dossier.resultDocumentId !== null && !(await isPrinted(tx, dossier.resultDocumentId))) {
    return refuse('dossier.result-not-ready');
  }
  const moved = await moveOn(tx, actor, dossier, kase.step!, 'done');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'deliver',
    to: 'DELIVERED',
    facts: { by: input.by, note: input.note },
    change: { deliveredAt: actor.at },
  });
  await inform(tx, dossier, 'delivered', actor.at);
  return { done: true };
}
