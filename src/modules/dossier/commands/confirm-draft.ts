import { compiledVersion } from '#/modules/procedure/index.ts';
import { releaseTask } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openOwnCase, record, type Case } from '../case.ts';
import { dueAfter } from '../clock.ts';
import { moveOn } from '../move-on.ts';
import { listOpenSteps, resumeProcess } from '../process-link.ts';
import {
  findConfirmationDue,
  insertBadge,
  lockById,
  updateConfirmationClosed,
} from '../store/index.ts';

type Done = { readonly done: true } | Refusal;

/** The applicant finds the draft of the result right: it goes on to be signed. */
export async function confirmDraft(tx: Tx, actor: Actor, input: { code: string }): Promise<Done> {
  const kase = await openOwnCase(tx, actor, input.code, 'confirm-draft');
  if (isRefusal(kase)) return kase;
  const { to, change } = await goOn(tx, kase, actor.at);
  await record(tx, actor, kase, { verb: 'confirm-draft', to, change });
  return { done: true };
}

/** The applicant finds something wrong: the draft goes back to who wrote it, with their words. */
export async function disputeDraft(
  tx: Tx,
  actor: Actor,
  input: { code: string; words: string },
): Promise<Done> {
  const words = input.words.trim();
  if (words === '') return refuse('dossier.reason-missing');
  const kase = await openOwnCase(tx, actor, input.code, 'dispute-draft');
  if (isRefusal(kase)) return kase;
  const { dossier } = kase;
  const { change } = await goOn(tx, kase, actor.at);
  const step = (await listOpenSteps(tx, dossier, actor.at)).find(({ kind }) => kind === 'approve');
  if (!step?.outcomes.includes('return')) throw new Error(`${dossier.code} cannot be sent back`);
  if (step.assigneeId !== null) await releaseTask(tx, { taskId: step.taskId, by: step.assigneeId });
  const moved = await moveOn(tx, systemActor(actor.at), dossier, step, 'return');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, { verb: 'dispute-draft', to: moved.state, words, change });
  await insertBadge(tx, dossier.id, 'returned', actor.at);
  return { done: true };
}

/** Nobody answered in time: what the law makes of that is told with the law. */
export async function deemConfirmed(tx: Tx, dossierId: string, at: Date): Promise<void> {
  const dossier = await lockById(tx, dossierId);
  const until = await findConfirmationDue(tx, dossierId);
  if (dossier.state !== 'CONFIRMING' || until === undefined || until > at) return;
  const law = (await compiledVersion(tx, dossier.versionId)).catalogue.confirmation!;
  const kase = { dossier, step: undefined };
  // The clock goes on from when the time had passed, whenever that was found.
  const { to, change } = await goOn(tx, kase, until);
  const facts = { step: 'Kiểm tra bản nháp kết quả', outcome: 'agree' };
  await record(tx, systemActor(at), kase, {
    verb: 'deem',
    to,
    words: law.legalBasis.vi,
    facts,
    change,
  });
}

/** Lets the clocks run again, each with what it had left. */
async function goOn(tx: Tx, { dossier }: Pick<Case, 'dossier'>, at: Date) {
  const dueAt = await dueAfter(tx, dossier, at);
  await updateConfirmationClosed(tx, dossier.id, at);
  await resumeProcess(tx, dossier, at);
  const to = dossier.resumeState ?? 'AWAITING_SIGNATURE';
  return { to, change: { resumeState: null, dueAt } };
}
