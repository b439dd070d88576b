import { artefactNames, type ArtefactName, type Artefacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { stateAfter } from '../draft.ts';
import { factsOf } from '../facts.ts';
import { mergeArtefacts, type ArtefactClash } from '../merge/merge-artefacts.ts';
import {
  getArtefactsAt,
  insertAct,
  insertArtefacts,
  listSavesSince,
  updateDraft,
} from '../store/index.ts';
import { nameOf } from './begin.ts';
import { openDraftFor, type OpenDraft } from './open-draft.ts';

/** An edit: made on the texts of a revision, which others may have gone on from. */
export interface Edit {
  readonly draftId: string;
  /** The revision that the editor saw. */
  readonly from: number;
  /** The texts that the editor changed. */
  readonly texts: Partial<Artefacts>;
  /** What was edited, for the history. */
  readonly words: string;
}

/** What came of a save. */
export type Saved =
  | { readonly saved: OpenDraft; readonly isMerged: boolean }
  | {
      /** Somebody else changed the same places: nothing was saved. */
      readonly clashes: readonly ArtefactClash[];
      /** As it would be saved if mine is kept where both changed something. */
      readonly merged: Artefacts;
      /** The revision to save it from. */
      readonly revision: number;
      readonly by: readonly { readonly actorName: string; readonly at: Date }[];
    };

/**
 * Saves an edit. When others saved in the meantime, both are merged part by part; where both changed the same part in
 * different ways nothing is saved, and the editor is told what the others wrote.
 */
export async function saveDraft(tx: Tx, actor: Actor, edit: Edit): Promise<Saved | Refusal> {
  const opened = await openDraftFor(tx, actor, edit.draftId, 'save');
  if (isRefusal(opened)) return opened;
  const { draft, artefacts: theirs } = opened;
  const from = Math.min(Math.max(edit.from, 1), draft.revision);
  const base = from === draft.revision ? theirs : await getArtefactsAt(tx, draft.id, from);
  const { artefacts, clashes } = mergeArtefacts(base, { ...base, ...edit.texts }, theirs);
  if (clashes.length > 0) {
    const by = await listSavesSince(tx, draft.id, from);
    return { clashes, merged: artefacts, revision: draft.revision, by };
  }
  const saved = await writeRevision(tx, actor, opened, artefacts, {
    verb: 'save',
    words: edit.words,
  });
  return { saved, isMerged: changedIn(base, theirs).length > 0 };
}

/** Writes new texts as the next revision; the caller holds the lock. Nothing changed: nothing is written. */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  { draft, artefacts: before }: OpenDraft,
  artefacts: Artefacts,
  act: {
    readonly verb: 'save' | 'catch-up';
    readonly words: string;
    readonly baseVersionId?: string | undefined;
  },
): Promise<OpenDraft> {
  const changed = changedIn(before, artefacts);
  const baseVersionId = act.baseVersionId ?? draft.baseVersionId;
  if (changed.length === 0 && baseVersionId === draft.baseVersionId) {
    return { draft, artefacts };
  }
  const next = {
    ...draft,
    name: nameOf(factsOf(artefacts)) ?? draft.name,
    baseVersionId,
    state: stateAfter(act.verb),
    revision: draft.revision + 1,
    savedAt: actor.at,
    approvedSha256: null,
  };
  await updateDraft(tx, draft.id, next);
  await insertArtefacts(
    tx,
    draft.id,
    next.revision,
    Object.fromEntries(changed.map((name) => [name, artefacts[name]])),
  );
  await insertAct(tx, actor, {
    draftId: draft.id,
    verb: act.verb,
    revision: next.revision,
    words: act.words,
  });
  return { draft: next, artefacts };
}

function changedIn(before: Artefacts, after: Artefacts): ArtefactName[] {
  return artefactNames.filter((name) => before[name] !== after[name]);
}
