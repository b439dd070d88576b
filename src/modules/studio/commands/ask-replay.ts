import { findVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { checkDraft } from '../check/check-draft.ts';
import { replayJobName } from '../replay/replay.ts';
import { insertReplay } from '../store/index.ts';
import { openDraft } from './open-draft.ts';
import type { Checking } from './review.ts';

const yearMs = 365 * 24 * 3_600_000;

/** Asks that the rules of a draft be run over the dossiers of the last twelve months, in the background. */
export async function askReplay(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string },
  needs: Checking & { readonly jobs: Jobs },
): Promise<{ readonly replayId: string } | Refusal> {
  const opened = await openDraft(tx, input.draftId);
  if (isRefusal(opened)) return opened;
  const { draft, artefacts } = opened;
  const base =
    draft.baseVersionId === null ? undefined : await findVersion(tx, draft.baseVersionId);
  if (!base) return refuse('studio.nothing-to-compare');
  const { procedure } = await checkDraft(draft, artefacts, needs);
  if (procedure === undefined) return refuse('studio.rules-do-not-run');
  const id = newId();
  await insertReplay(tx, {
    id,
    draftId: draft.id,
    revision: draft.revision,
    baseVersionId: base.id,
    procedureId: base.procedureId,
    since: new Date(actor.at.getTime() - yearMs),
    until: actor.at,
    askedBy: actor.accountId,
    askedByName: actor.name,
    askedAt: actor.at,
  });
  await needs.jobs.enqueue(tx, replayJobName, { replayId: id }, { key: id });
  return { replayId: id };
}
