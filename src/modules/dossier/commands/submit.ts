import { getPerson } from '#/modules/identity/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import type { Delivery } from '../dossier.ts';
import { judgeDraft } from '../draft-standing.ts';
import { inform } from '../inform.ts';
import { endDraft, getById, lockDraft } from '../store/index.ts';
import { fileDossier } from './file-dossier.ts';

export interface Submission {
  readonly draftId: string;
  readonly hasDeclared: boolean;
  readonly delivery: Delivery;
  readonly deliveryAddress: string | null;
  readonly occasion: Occasion;
}

/**
 * Nộp hồ sơ. Sending twice, or double-clicking, gives the same dossier: the draft is locked and remembers what became
 * of it.
 */
export async function submit(
  tx: Tx,
  actor: Actor,
  input: Submission,
): Promise<{ code: string } | Refusal> {
  const draft = await lockDraft(tx, input.draftId);
  if (!draft) return refuse('dossier.no-draft');
  if (draft.accountId !== actor.accountId) return refuse('dossier.not-yours');
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
  if (standing.deadline === null) throw new Error(`${draft.versionId} knows no deadline`);
  const person = await getPerson(tx, actor.personId);
  const dossier = await fileDossier(tx, actor, {
    procedure,
    versionId: draft.versionId,
    procedureId: draft.procedureId,
    answers: procedure.form.prune(draft.answers, input.occasion),
    channel: 'ONLINE',
    unitId: standing.unitId,
    accountId: actor.accountId,
    submitterPersonId: actor.personId,
    ownerPersonId: actor.personId,
    ownerName: person.organisationName ?? person.fullName,
    papersOwner: draft.id,
    papers: standing.papers,
    delivery: input.delivery,
    deliveryAddress: input.deliveryAddress,
    deadline: standing.deadline,
  });
  if (isRefusal(dossier)) return dossier;
  await endDraft(tx, draft.id, dossier.id, actor.at);
  await inform(tx, dossier, 'submitted', actor.at);
  return { code: dossier.code };
}
