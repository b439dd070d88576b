import { keepReceived, type ReceivedPaper } from '#/modules/document/index.ts';
import { releaseTask } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { record, type Case } from '../case.ts';
import { closeLegDone } from '../commands/finish-leg.ts';
import { closeLegRefused } from '../commands/refuse-leg.ts';
import { askFor } from '../commands/request-supplement.ts';
import { mayDo, type Verb } from '../dossier.ts';
import { inform } from '../inform.ts';
import { listOpenSteps } from '../process-link.ts';
import { insertBadge, lockById, type SupplementItem } from '../store/index.ts';
import { voiceActor, type Voice } from './voice.ts';

/** A part of a dossier that another installation does. */
export interface OutsideLeg {
  readonly dossierId: string;
  readonly taskId: string;
}

type Done = { readonly done: true } | Refusal;

/** News of a part: accepted there under a code of its own, on its way, due at another time. */
export async function tellOfLeg(
  tx: Tx,
  voice: Voice,
  leg: OutsideLeg,
  words: string,
): Promise<Done> {
  const opened = await openLeg(tx, voice, leg, 'leg-news');
  if (isRefusal(opened)) return opened;
  const { actor, kase } = opened;
  await record(tx, actor, kase, { verb: 'leg-news', words, facts: { step: kase.step!.name } });
  return { done: true };
}

/**
 * Another installation does not take a part. That is no refusal of the part, which only its agency can give: its step stays
 * with the officials here, who see the news, and the applicant is told.
 */
export async function returnOutsideLeg(
  tx: Tx,
  voice: Voice,
  leg: OutsideLeg,
  reason: string,
): Promise<Done> {
  const opened = await openLeg(tx, voice, leg, 'leg-news');
  if (isRefusal(opened)) return opened;
  const { actor, kase } = opened;
  const { name: part } = kase.step!;
  const words = `${voice.name} không nhận phần này: ${reason}. Đơn vị phụ trách làm tại đây rồi báo hoàn thành, hoặc từ chối bằng văn bản.`;
  await record(tx, actor, kase, { verb: 'leg-news', words, facts: { step: part } });
  await insertBadge(tx, leg.dossierId, 'returned', voice.at);
  await inform(tx, kase.dossier, 'leg-not-taken', voice.at, { part, reason });
  return { done: true };
}

/** A part is done; what was issued there comes to the letters of the dossier. */
export async function finishOutsideLeg(
  tx: Tx,
  voice: Voice,
  leg: OutsideLeg,
  { words, papers }: { readonly words: string; readonly papers: readonly ReceivedPaper[] },
): Promise<Done> {
  const opened = await openLeg(tx, voice, leg, 'finish-leg');
  if (isRefusal(opened)) return opened;
  for (const paper of papers) await keepReceived(tx, opened.actor, leg.dossierId, paper);
  return closeLegDone(tx, opened.actor, opened.kase, words);
}

/** A part is refused, in writing and with the reason; the others go on. */
export async function refuseOutsideLeg(
  tx: Tx,
  voice: Voice,
  leg: OutsideLeg,
  reason: string,
): Promise<Done> {
  const opened = await openLeg(tx, voice, leg, 'refuse-leg');
  return isRefusal(opened) ? opened : closeLegRefused(tx, opened.actor, opened.kase, reason);
}

/** The applicant is asked for more on behalf of the agency of a part, where a superior allowed it if one had to. */
export async function supplementOutsideLeg(
  tx: Tx,
  voice: Voice,
  leg: OutsideLeg,
  input: {
    readonly items: readonly SupplementItem[];
    readonly words: string | null;
    /** When the agency asked for it: the time in which the applicant must be told runs from there. */
    readonly askedAt: Date;
  },
): Promise<Done> {
  const opened = await openLeg(tx, voice, leg, 'request-supplement');
  if (isRefusal(opened)) return opened;
  const asked = await askFor(tx, opened.actor, opened.kase, input, true);
  return isRefusal(asked) ? asked : { done: true };
}

/** The dossier, locked, in the step of the part. A colleague here who had taken the step gives it back by that. */
async function openLeg(
  tx: Tx,
  voice: Voice,
  { dossierId, taskId }: OutsideLeg,
  verb: Exclude<Verb, 'submit'>,
): Promise<{ actor: Actor; kase: Case } | Refusal> {
  const dossier = await lockById(tx, dossierId);
  if (!mayDo(verb, dossier)) {
    return refuse(dossier.pausedAt === null ? 'dossier.leg-gone' : 'dossier.leg-paused');
  }
  const steps = await listOpenSteps(tx, dossier, voice.at);
  const step = steps.find((one) => one.taskId === taskId);
  if (!step) return refuse('dossier.leg-gone');
  if (step.assigneeId !== null) await releaseTask(tx, { taskId, by: step.assigneeId });
  const actor = voiceActor(voice, [{ unitId: step.unitId, role: step.role }]);
  return { actor, kase: { dossier, steps, step: { ...step, assigneeId: null } } };
}
