import { sealPapers } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openOwnCase, record, type Case } from '../case.ts';
import { acceptDueAfter, dueAfter } from '../clock.ts';
import type { FiledPaper, State } from '../dossier.ts';
import { resumeProcess } from '../process-link.ts';
import {
  deletePaperChecks,
  findOpenSupplement,
  insertBadge,
  updateClosed,
} from '../store/index.ts';

export interface SupplementAnswer {
  readonly code: string;
  /** New answers to the fields that were asked for. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** All papers as they are now, with the replaced ones. */
  readonly papers: readonly FiledPaper[];
}

/** The applicant sends everything that was asked for, at once; the clock goes on with what was left of it. */
export async function answerSupplement(
  tx: Tx,
  actor: Actor,
  input: SupplementAnswer,
): Promise<{ dueAt: Date | null } | Refusal> {
  const kase = await openOwnCase(tx, actor, input.code, 'answer-supplement');
  return isRefusal(kase) ? kase : takeAnswer(tx, actor, kase, input);
}

/** The same for a case that is open for it. */
export async function takeAnswer(
  tx: Tx,
  actor: Actor,
  kase: Case,
  input: Omit<SupplementAnswer, 'code'>,
): Promise<{ dueAt: Date | null } | Refusal> {
  const { dossier } = kase;
  const request = await findOpenSupplement(tx, dossier.id);
  if (!request?.sentAt) return refuse('dossier.no-supplement');
  const missing = request.items.filter((item) => !isAnswered(item, dossier.papers, input));
  if (missing.length > 0) {
    return refuse('dossier.supplement-unanswered', {
      missing: missing.map((item) => item.words).join('; '),
    });
  }
  await updateClosed(tx, request.id, actor.at, true);
  const papers = request.items.filter((item) => item.kind === 'paper').map((item) => item.name);
  await deletePaperChecks(tx, dossier.id, papers);
  await sealPapers(tx, dossier.id);
  const dueAt = await dueAfter(tx, dossier, actor.at);
  await resumeProcess(tx, dossier, actor.at);
  await record(tx, actor, kase, {
    verb: 'answer-supplement',
    to: stateAfter(dossier.resumeState),
    facts: {
      items: request.items.map(({ kind, name }) => ({ kind, name })),
      dueBefore: dossier.dueAt,
      dueAt,
    },
    change: {
      answers: { ...dossier.answers, ...input.answers },
      papers: input.papers,
      resumeState: null,
      acceptDueAt: await acceptDueAfter(tx, dossier, actor.at),
      dueAt,
    },
  });
  await insertBadge(tx, dossier.id, 'resubmitted', actor.at);
  return { dueAt };
}

/** A dossier that was not accepted yet waits for acceptance again; one that was goes on where it stood. */
function stateAfter(before: State | null): State {
  if (before === null || before === 'SUBMITTED' || before === 'RESUBMITTED') return 'RESUBMITTED';
  return before;
}

function isAnswered(
  item: { kind: 'paper' | 'field'; name: string },
  filed: readonly FiledPaper[],
  input: Omit<SupplementAnswer, 'code'>,
): boolean {
  if (item.kind === 'field') return input.answers[item.name] !== undefined;
  const now = input.papers.find((paper) => paper.code === item.name);
  const before = filed.find((paper) => paper.code === item.name);
  return now !== undefined && now.sha256 !== before?.sha256;
}
