import { getArtefacts, listVersionsOf } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { mergeArtefacts, type ArtefactClash } from '../merge/merge-artefacts.ts';
import { openDraftFor } from './open-draft.ts';
import { writeRevision } from './save.ts';

/**
 * Takes what was published since the draft was copied into it. Where both changed the same, the draft keeps its own
 * text, and the clashes say what the published version has there.
 */
export async function catchUp(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string },
): Promise<{ readonly clashes: readonly ArtefactClash[] } | Refusal> {
  const opened = await openDraftFor(tx, actor, input.draftId, 'catch-up');
  if (isRefusal(opened)) return opened;
  const { draft, artefacts } = opened;
  const [latest] = await listVersionsOf(tx, draft.slug);
  if (!latest) return refuse('studio.no-version');
  if (latest.id === draft.baseVersionId) return { clashes: [] };
  const theirs = await getArtefacts(tx, latest.id);
  const base = draft.baseVersionId === null ? theirs : await getArtefacts(tx, draft.baseVersionId);
  const merged = mergeArtefacts(base, artefacts, theirs);
  const clashed = merged.clashes.map(({ file, place }) => `${file} ${place}`.trim());
  await writeRevision(tx, actor, opened, merged.artefacts, {
    verb: 'catch-up',
    baseVersionId: latest.id,
    words: [`phiên bản ${latest.no}`, ...clashed].join('; '),
  });
  return { clashes: merged.clashes };
}
