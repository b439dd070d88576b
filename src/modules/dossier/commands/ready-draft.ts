import { compiledVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import type { Deadline } from '../dossier.ts';
import { judgeDraft, type DraftStanding } from '../draft-standing.ts';
import { isDrafter } from '../may.ts';
import { getById, lockDraft, type Draft } from '../store/index.ts';

/** A draft from which a dossier can be made at once. */
export interface ReadyDraft {
  readonly draft: Draft;
  readonly procedure: CompiledProcedure;
  readonly standing: DraftStanding & { readonly deadline: Deadline };
}

/**
 * Locks one's own draft and looks whether it can be filed. A draft that was filed before gives the code of its dossier:
 * sending twice, or double-clicking, makes one dossier.
 */
export async function readyDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly hasDeclared: boolean; readonly occasion: Occasion },
): Promise<ReadyDraft | { readonly code: string } | Refusal> {
  const draft = await lockDraft(tx, input.draftId);
  if (!draft || !isDrafter(actor, draft)) return refuse('dossier.no-draft');
  if (draft.dossierId !== null) return { code: (await getById(tx, draft.dossierId)).code };
  if (draft.endedAt !== null) return refuse('dossier.no-draft');
  if (!input.hasDeclared) return refuse('dossier.not-declared');
  const procedure = await compiledVersion(tx, draft.versionId);
  const standing = await judgeDraft(tx, actor, { draft, procedure }, input.occasion);
  if (isRefusal(standing)) return standing;
  const [obstacle] = standing.obstacles;
  if (obstacle) return refuse('dossier.not-eligible', { reason: say(actor.lang, obstacle.words) });
  const missing = [
    ...standing.problems.map(({ words }) => say(actor.lang, words)),
    ...standing.lacking,
  ];
  if (missing.length > 0)
    return refuse('dossier.draft-incomplete', { missing: [...new Set(missing)].join('; ') });
  const { deadline } = standing;
  if (deadline === null) throw new Error(`${draft.versionId} knows no deadline`);
  return { draft, procedure, standing: { ...standing, deadline } };
}
