import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { upsertPaperCheck } from '../store/index.ts';

/** Notes that a paper is in order, or what is wrong with it; a later supplement request starts from these notes. */
export async function checkPaper(
  tx: Tx,
  actor: Actor,
  input: { code: string; paper: string; verdict: 'good' | 'wrong'; words: string | null },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'check-paper');
  if (isRefusal(kase)) return kase;
  const words = input.words?.trim() || null;
  if (input.verdict === 'wrong' && words === null) return refuse('dossier.reason-missing');
  await upsertPaperCheck(tx, kase.dossier, {
    paperCode: input.paper,
    verdict: input.verdict,
    words,
    byAccount: actor.accountId,
    at: actor.at,
  });
  await record(tx, actor, kase, {
    verb: 'check-paper',
    facts: { paper: input.paper, verdict: input.verdict },
  });
  return { done: true };
}
