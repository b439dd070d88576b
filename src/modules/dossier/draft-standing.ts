import type {
  CompiledProcedure,
  Obstacle,
  Paper,
  PartialAssessment,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import type { Text } from '#/values/text.ts';
import type { Deadline, FiledPaper } from './dossier.ts';
import { filedPapers, lackingOf, listSlots, type PaperSlot } from './papers.ts';
import { receivingUnitOf } from './receiving-unit.ts';
import { judgePartly } from './rules.ts';
import type { Draft } from './store/index.ts';

/** How far a draft is: what stands in the way of submitting it, and what it would cost and take. */
export interface DraftStanding {
  readonly isReady: boolean;
  readonly obstacles: readonly Obstacle[];
  readonly problems: readonly {
    readonly page: string;
    readonly name: string;
    readonly words: Text;
  }[];
  readonly warnings: readonly { readonly name: string; readonly words: Text }[];
  /** Papers that are not in order, in words. */
  readonly lacking: readonly string[];
  readonly slots: readonly PaperSlot[];
  readonly papers: readonly FiledPaper[];
  /** Papers that are shown at the counter, not handed in. */
  readonly toPresent: readonly Paper[];
  /** The total is null while it hangs on answers that are missing. */
  readonly fees: PartialAssessment['fees'];
  /** Null while it hangs on answers that are missing. */
  readonly deadline: Deadline | null;
  /** The unit that would receive it. */
  readonly unitId: string;
}

/** Looks at a draft as a submission would. */
export async function judgeDraft(
  tx: Tx,
  actor: Actor,
  { draft, procedure }: { readonly draft: Draft; readonly procedure: CompiledProcedure },
  occasion: Occasion,
): Promise<DraftStanding | Refusal> {
  const unit = await receivingUnitOf(tx, procedure.catalogue.receivingUnit);
  if (isRefusal(unit)) return unit;
  const assessment = await judgePartly(tx, {
    versionId: draft.versionId,
    answers: procedure.form.prune(draft.answers, occasion),
    channel: draft.channel,
    placeCode: unit.placeCode,
    submittedAt: actor.at,
    variant: 'NORMAL',
  });
  const problems = procedure.form.problems(draft.answers, occasion);
  const slots = await listSlots(tx, draft.id, procedure, assessment);
  const lacking = lackingOf(slots, actor.lang);
  const { obstacles, fees, deadline } = assessment;
  return {
    isReady: problems.length === 0 && lacking.length === 0 && obstacles.length === 0,
    obstacles,
    problems,
    warnings: procedure.form.warnings(draft.answers, occasion),
    lacking,
    slots,
    papers: filedPapers(slots),
    toPresent: assessment.papers
      .map(({ paper }) => paper)
      .filter(({ group }) => group === 'PRESENT'),
    fees,
    deadline,
    unitId: unit.id,
  };
}
