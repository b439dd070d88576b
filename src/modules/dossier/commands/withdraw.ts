import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { openCase, openOwnCase, record } from '../case.ts';
import { cancelOpenFees } from '../fees.ts';
import { inform } from '../inform.ts';
import { cancelProcess } from '../process-link.ts';
import { findOpenSupplement, insertBadge, updateClosed } from '../store/index.ts';

/** Rút hồ sơ: the applicant takes the dossier back while nothing has been decided. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openOwnCase(tx, actor, input.code, 'withdraw');
  if (isRefusal(kase)) return kase;
  await closeEverything(tx, actor, kase.dossier);
  await record(tx, actor, kase, {
    verb: 'withdraw',
    to: 'WITHDRAWN',
    words: input.reason.trim() || undefined,
  });
  await insertBadge(tx, kase.dossier.id, 'withdrawn', actor.at);
  await inform(tx, kase.dossier, 'withdrawn', actor.at);
  return { done: true };
}

/** Dừng xử lý: for a stated reason; while an answer of the applicant is awaited, only after the time for it. */
export async function stop(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  if (input.reason.trim() === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'stop');
  if (isRefusal(kase)) return kase;
  const request = await findOpenSupplement(tx, kase.dossier.id);
  if (request?.answerDueAt && request.answerDueAt > actor.at) {
    return refuse('dossier.answer-awaited', {
      until: formatInstant(request.answerDueAt, actor.lang),
    });
  }
  await closeEverything(tx, actor, kase.dossier);
  await record(tx, actor, kase, {
    verb: 'stop',
    to: 'STOPPED',
    words: input.reason,
  });
  await inform(tx, kase.dossier, 'stopped', actor.at, { reason: input.reason });
  return { done: true };
}

/** Ends what a dossier still waits for: a supplement, fees, its process. */
export async function closeEverything(
  tx: Tx,
  actor: Actor,
  dossier: Parameters<typeof cancelProcess>[1],
): Promise<void> {
  const request = await findOpenSupplement(tx, dossier.id);
  if (request) await updateClosed(tx, request.id, actor.at, false);
  await cancelOpenFees(tx, actor, dossier);
  await cancelProcess(tx, dossier, actor.at);
}
