import { getPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import { mayUse, type Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { receivers } from '../access.ts';
import type { Delivery } from '../dossier.ts';
import { inform } from '../inform.ts';
import { endDraft } from '../store/index.ts';
import { fileDossier } from './file-dossier.ts';
import { readyDraft } from './ready-draft.ts';

/** A paper dossier as an official has entered it. */
export interface Intake {
  readonly draftId: string;
  /** The applicant signed the declaration on the paper form. */
  readonly isSigned: boolean;
  readonly delivery: Delivery;
  readonly deliveryAddress: string | null;
  readonly occasion: Occasion;
}

/**
 * Nhận hồ sơ giấy: an official of the receiving unit enters what came to the counter or by post. It is the person's
 * dossier, not the official's; no account filed it, and the person is told.
 */
export async function takeIn(
  tx: Tx,
  actor: Actor,
  input: Intake,
): Promise<{ code: string } | Refusal> {
  const ready = await readyDraft(tx, actor, { ...input, hasDeclared: input.isSigned });
  if (isRefusal(ready) || 'code' in ready) return ready;
  const { draft, procedure, standing } = ready;
  if (draft.personId === null || draft.channel === 'ONLINE') return refuse('dossier.no-draft');
  if (!receivesIn(actor, standing.unitId)) return refuse('dossier.not-your-unit');
  const person = await getPerson(tx, draft.personId);
  const dossier = await fileDossier(tx, actor, {
    procedure,
    versionId: draft.versionId,
    procedureId: draft.procedureId,
    answers: procedure.form.prune(draft.answers, input.occasion),
    channel: draft.channel,
    unitId: standing.unitId,
    accountId: null,
    submitterPersonId: person.id,
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

/** Whether the actor receives dossiers in a unit. */
export function receivesIn(actor: Actor, unitId: string): boolean {
  return mayUse(
    { ...actor, posts: actor.posts.filter((post) => post.unitId === unitId) },
    receivers,
  );
}
