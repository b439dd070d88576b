import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { openCase, record, type Case } from '../case.ts';
import { answerDueAt } from '../clock.ts';
import { inform } from '../inform.ts';
import { printSupplementRequest } from '../print/index.ts';
import { pauseProcess } from '../process-link.ts';
import {
  findOpenSupplement,
  insertSupplement,
  updateClosed,
  updateSent,
  type Supplement,
  type SupplementItem,
} from '../store/index.ts';
import { isSuperior } from '../superiors.ts';
import { watchTelling } from '../telling.ts';

export interface SupplementInput {
  readonly code: string;
  readonly items: readonly SupplementItem[];
  readonly words: string | null;
}

/**
 * Yêu cầu bổ sung: names all missing points at once, each pinned to a paper or a field (Mẫu 02, Circular
 * 01/2018/TT-VPCP). The law foresees one request; a further one is only proposed and needs a superior.
 */
export async function requestSupplement(
  tx: Tx,
  actor: Actor,
  input: SupplementInput,
): Promise<{ isSent: boolean } | Refusal> {
  if (input.items.length === 0 || input.items.some((item) => item.words.trim() === '')) {
    return refuse('dossier.nothing-asked');
  }
  const kase = await openCase(tx, actor, input.code, 'request-supplement');
  if (isRefusal(kase)) return kase;
  return askFor(tx, actor, kase, input, kase.dossier.supplements === 0);
}

/** Writes a request for a case that is open, and sends it unless a superior has to allow it first. */
export async function askFor(
  tx: Tx,
  actor: Actor,
  kase: Case,
  input: Pick<SupplementInput, 'items' | 'words'> & { readonly askedAt?: Date | undefined },
  isSent: boolean,
): Promise<{ isSent: boolean } | Refusal> {
  if (await findOpenSupplement(tx, kase.dossier.id)) return refuse('dossier.supplement-pending');
  const request = {
    id: newId(),
    number: kase.dossier.supplements + 1,
    items: input.items,
    words: input.words,
    requestedBy: actor.accountId,
    requestedAt: input.askedAt ?? actor.at,
  };
  const due = isSent ? await answerDueAt(tx, kase.dossier, actor.at) : null;
  await insertSupplement(tx, kase.dossier, {
    ...request,
    sentAt: isSent ? actor.at : null,
    answerDueAt: due,
  });
  await watchTelling(tx, kase.dossier, { ...request, sentAt: isSent ? actor.at : null });
  if (isSent) await send(tx, actor, kase, { ...request, answerDueAt: due });
  else
    await record(tx, actor, kase, { verb: 'request-supplement', facts: { needsSuperior: true } });
  return { isSent };
}

/** A superior allows a further request, which goes out with that. */
export async function allowSupplement(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const opened = await openPending(tx, actor, input.code, 'allow-supplement');
  if (isRefusal(opened)) return opened;
  const { kase, request } = opened;
  const due = await answerDueAt(tx, kase.dossier, actor.at);
  await updateSent(tx, request.id, {
    allowedBy: actor.accountId,
    at: actor.at,
    answerDueAt: due,
  });
  await send(tx, actor, kase, { ...request, answerDueAt: due }, 'allow-supplement');
  return { done: true };
}

/** A superior does not allow it: the officials go on with what they have. */
export async function denySupplement(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  const opened = await openPending(tx, actor, input.code, 'deny-supplement');
  if (isRefusal(opened)) return opened;
  await updateClosed(tx, opened.request.id, actor.at, false);
  await record(tx, actor, opened.kase, { verb: 'deny-supplement', facts: { note: input.reason } });
  return { done: true };
}

async function openPending(
  tx: Tx,
  actor: Actor,
  code: string,
  verb: 'allow-supplement' | 'deny-supplement',
): Promise<{ kase: Case; request: Supplement } | Refusal> {
  const kase = await openCase(tx, actor, code, verb);
  if (isRefusal(kase)) return kase;
  if (!isSuperior(actor)) return refuse('dossier.not-your-step');
  const request = await findOpenSupplement(tx, kase.dossier.id);
  if (!request || request.sentAt !== null) return refuse('dossier.no-supplement');
  return { kase, request };
}

async function send(
  tx: Tx,
  actor: Actor,
  kase: Case,
  request: Pick<Supplement, 'items' | 'words' | 'answerDueAt'>,
  verb: 'request-supplement' | 'allow-supplement' = 'request-supplement',
): Promise<void> {
  const { dossier } = kase;
  await pauseProcess(tx, dossier, actor.at);
  await record(tx, actor, kase, {
    verb,
    to: 'SUPPLEMENT_REQUIRED',
    words: request.words ?? undefined,
    facts: { items: request.items },
    change: {
      resumeState: dossier.state,
      supplements: dossier.supplements + 1,
    },
  });
  await printSupplementRequest(tx, actor, dossier, request);
  await inform(tx, dossier, 'supplement-required', actor.at);
}
