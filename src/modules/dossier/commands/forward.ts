import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { askToConfirm, confirmedBy } from '../confirmation.ts';
import { printDraftResult } from '../print/index.ts';
import { moveOn } from '../move-on.ts';
import { assignNext } from '../process-link.ts';
import { insertBadge } from '../store/index.ts';

export interface ForwardInput {
  readonly code: string;
  /** Note for the officials who come next. */
  readonly note: string | null;
  /** Account that shall take the next step; only where the step is an assignment. */
  readonly assignTo?: string | null | undefined;
}

/** Chuyển bước: the step is done, the next one opens. What the case officer forwards proposes to grant. */
export async function forward(
  tx: Tx,
  actor: Actor,
  input: ForwardInput,
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'forward');
  if (isRefusal(kase)) return kase;
  const isProposal = kase.step!.kind === 'handle';
  const dossier = isProposal
    ? { ...kase.dossier, proposal: 'grant' as const, proposalWords: null }
    : kase.dossier;
  const moved = await moveOn(tx, actor, dossier, kase.step!, 'forward');
  if (isRefusal(moved)) return moved;
  if (input.assignTo) {
    const assigned = await assignNext(tx, dossier, input.assignTo, actor.at);
    if (isRefusal(assigned)) return assigned;
    await insertBadge(tx, dossier.id, 'assigned', actor.at);
  }
  const until = await confirmedBy(tx, dossier, moved.state, actor.at);
  await record(tx, actor, kase, {
    verb: 'forward',
    to: until === undefined ? moved.state : 'CONFIRMING',
    facts: { note: input.note, isProposal },
    change: {
      proposal: dossier.proposal,
      proposalWords: dossier.proposalWords,
      ...(until === undefined ? {} : { resumeState: moved.state }),
    },
  });
  if (isProposal) await printDraftResult(tx, actor, dossier);
  if (until !== undefined) await askToConfirm(tx, actor, dossier, until);
  return { done: true };
}

/** Đề nghị từ chối giải quyết: a reasoned refusal is itself a result, which the leader signs. */
export async function proposeRefusal(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  if (input.reason.trim() === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'propose-refusal');
  if (isRefusal(kase)) return kase;
  const dossier = { ...kase.dossier, proposal: 'refuse' as const, proposalWords: input.reason };
  const moved = await moveOn(tx, actor, dossier, kase.step!, 'propose-refusal');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, {
    verb: 'propose-refusal',
    to: moved.state,
    facts: { note: input.reason },
    change: { proposal: 'refuse', proposalWords: input.reason },
  });
  await printDraftResult(tx, actor, dossier);
  return { done: true };
}

/** Trả lại: the one before has to improve something. */
export async function sendBack(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  if (input.reason.trim() === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'return');
  if (isRefusal(kase)) return kase;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'return');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, { verb: 'return', to: moved.state, facts: { note: input.reason } });
  await insertBadge(tx, kase.dossier.id, 'returned', actor.at);
  return { done: true };
}
