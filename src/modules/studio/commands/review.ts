import { hashArtefacts, type ProcedureLinks } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { checkDraft } from '../check/check-draft.ts';
import { stateAfter } from '../draft.ts';
import { insertAct, listWriters, updateDraft } from '../store/index.ts';
import { openDraftFor } from './open-draft.ts';

/** What checking a draft needs. */
export interface Checking {
  readonly links: Pick<ProcedureLinks, 'checkProcess'>;
  readonly papersmith: Papersmith;
}

/** Hands a draft to a second person. Only what passes every check goes there: they judge the law, not commas. */
export async function askReview(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly words: string },
  checking: Checking,
): Promise<{ done: true } | Refusal> {
  const opened = await openDraftFor(tx, actor, input.draftId, 'ask-review');
  if (isRefusal(opened)) return opened;
  const { faults } = await checkDraft(opened.draft, opened.artefacts, checking);
  if (faults.length > 0) return refuse('studio.red', { count: String(faults.length) });
  await updateDraft(tx, opened.draft.id, { state: stateAfter('ask-review') });
  return note(tx, actor, opened.draft, 'ask-review', input.words);
}

/** Gives a draft back with what must be changed. */
export async function sendBack(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly words: string },
): Promise<{ done: true } | Refusal> {
  if (input.words.trim() === '') return refuse('studio.reason-missing');
  const opened = await openDraftFor(tx, actor, input.draftId, 'send-back');
  if (isRefusal(opened)) return opened;
  await updateDraft(tx, opened.draft.id, { state: stateAfter('send-back'), approvedSha256: null });
  return note(tx, actor, opened.draft, 'send-back', input.words);
}

/** Approves a draft that others wrote: exactly these texts may then be published. */
export async function approve(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly words: string },
  checking: Checking,
): Promise<{ done: true } | Refusal> {
  const opened = await openDraftFor(tx, actor, input.draftId, 'approve');
  if (isRefusal(opened)) return opened;
  const { draft, artefacts } = opened;
  const writers = await listWriters(tx, draft.id);
  if (writers.includes(actor.personId)) return refuse('studio.own-work');
  const { faults } = await checkDraft(draft, artefacts, checking);
  if (faults.length > 0) return refuse('studio.red', { count: String(faults.length) });
  await updateDraft(tx, draft.id, {
    state: stateAfter('approve'),
    approvedSha256: hashArtefacts(artefacts),
  });
  return note(tx, actor, draft, 'approve', input.words);
}

/** Throws a draft away. Its history stays. */
export async function discardDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string },
): Promise<{ done: true } | Refusal> {
  const opened = await openDraftFor(tx, actor, input.draftId, 'discard');
  if (isRefusal(opened)) return opened;
  await updateDraft(tx, opened.draft.id, { state: stateAfter('discard'), approvedSha256: null });
  return note(tx, actor, opened.draft, 'discard', '');
}

async function note(
  tx: Tx,
  actor: Actor,
  draft: { readonly id: string; readonly revision: number },
  verb: 'ask-review' | 'send-back' | 'approve' | 'discard',
  words: string,
): Promise<{ done: true }> {
  const { id, revision } = draft;
  await insertAct(tx, actor, { draftId: id, verb, revision, words: words.trim() });
  return { done: true };
}
