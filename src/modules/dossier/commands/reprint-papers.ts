import { reprintAll } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { mayRead } from '../policy.ts';
import { findByCode } from '../store/index.ts';
import { unseen } from '../unseen.ts';

/** Has all papers of a dossier that could not be printed printed again. */
export async function reprintPapers(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const dossier = await findByCode(tx, input.code);
  if (!dossier) return unseen(tx, input.code);
  if (!mayRead(actor, dossier)) return refuse('dossier.not-your-unit');
  const again = await reprintAll(tx, actor, dossier.id);
  if (!isRefusal(again)) return { done: true };
  return again.refused === 'document.not-failed' ? refuse('dossier.no-failed-paper') : again;
}
