import {
  hashArtefacts,
  importBundle,
  listVersionsOf,
  type ProcedureLinks,
  type Version,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { checkDraft } from '../check/check-draft.ts';
import { stateAfter } from '../draft.ts';
import { insertAct, updateDraft } from '../store/index.ts';
import { openDraftFor } from './open-draft.ts';

/**
 * Publishes an approved draft as a new version. What is published is letter by letter what the second person approved,
 * passes every check again, and rests on the latest version of the procedure.
 */
export async function publishDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string },
  needs: { readonly links: ProcedureLinks; readonly papersmith: Papersmith },
): Promise<{ readonly version: Version } | Refusal> {
  const opened = await openDraftFor(tx, actor, input.draftId, 'publish');
  if (isRefusal(opened)) return opened;
  const { draft, artefacts } = opened;
  if (hashArtefacts(artefacts) !== draft.approvedSha256) {
    return refuse('studio.changed-since-approval');
  }
  const [latest] = await listVersionsOf(tx, draft.slug);
  if (latest && latest.id !== draft.baseVersionId) {
    return refuse('studio.behind', { no: String(latest.no) });
  }
  const { bundle, faults } = await checkDraft(draft, artefacts, needs);
  if (bundle === undefined) return refuse('studio.red', { count: String(faults.length) });
  const imported = await importBundle(tx, bundle, actor.accountId, actor.at, needs.links);
  if (isRefusal(imported)) return imported;
  if (!imported.isNew) return refuse('studio.nothing-new');
  const { version } = imported;
  await updateDraft(tx, draft.id, {
    state: stateAfter('publish'),
    publishedVersionId: version.id,
  });
  await insertAct(tx, actor, {
    draftId: draft.id,
    verb: 'publish',
    revision: draft.revision,
    words: `phiên bản ${version.no}`,
  });
  return { version };
}
