import { getPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Delivery } from '../dossier.ts';
import { inform } from '../inform.ts';
import { isSureEnough } from '../may.ts';
import { endDraft } from '../store/index.ts';
import { fileDossier } from './file-dossier.ts';
import { readyDraft } from './ready-draft.ts';

export interface Submission {
  readonly draftId: string;
  readonly hasDeclared: boolean;
  readonly delivery: Delivery;
  readonly deliveryAddress: string | null;
  readonly occasion: Occasion;
}

/** Nộp hồ sơ, by the applicant. Sending twice gives the same dossier. */
export async function submit(
  tx: Tx,
  actor: Actor,
  input: Submission,
): Promise<{ code: string } | Refusal> {
  const ready = await readyDraft(tx, actor, input);
  if (isRefusal(ready) || 'code' in ready) return ready;
  const { draft, procedure, standing } = ready;
  if (!isSureEnough(actor, procedure.catalogue)) return refuse('dossier.assurance');
  const person = await getPerson(tx, actor.actingFor?.personId ?? actor.personId);
  const dossier = await fileDossier(tx, actor, {
    procedure,
    versionId: draft.versionId,
    procedureId: draft.procedureId,
    answers: procedure.form.prune(draft.answers, input.occasion),
    channel: 'ONLINE',
    unitId: standing.unitId,
    accountId: actor.accountId,
    submitterPersonId: actor.personId,
    ownerPersonId: person.id,
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
