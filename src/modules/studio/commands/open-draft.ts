import type { Artefacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { isId } from '#/values/id.ts';
import { mayNow, type Draft, type DraftVerb } from '../draft.ts';
import { stateWords } from '../draft-words.ts';
import { findDraft, getArtefactsAt, lockDraft } from '../store/index.ts';

/** A draft with its texts as they stand. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly artefacts: Artefacts;
}

/** Opens a draft to be read, whatever became of it. */
export async function openDraft(tx: Tx, id: string): Promise<OpenDraft | Refusal> {
  const draft = isId(id) ? await findDraft(tx, id) : undefined;
  if (!draft) return refuse('studio.no-draft');
  return { draft, artefacts: await getArtefactsAt(tx, draft.id, draft.revision) };
}

/** Opens a draft to do something to it, and locks it. */
export async function openDraftFor(
  tx: Tx,
  actor: Actor,
  id: string,
  verb: Exclude<DraftVerb, 'begin'>,
): Promise<OpenDraft | Refusal> {
  const draft = isId(id) ? await lockDraft(tx, id) : undefined;
  if (!draft) return refuse('studio.no-draft');
  if (!mayNow(verb, draft.state)) {
    return refuse('studio.not-now', { state: say(actor.lang, stateWords[draft.state]) });
  }
  return { draft, artefacts: await getArtefactsAt(tx, draft.id, draft.revision) };
}
