import type { Change, Matter } from '#/modules/document/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';
import { isDrafter } from './may.ts';
import { mayRead } from './policy.ts';
import { isHandedIn } from './papers.ts';
import { recordActingRead } from './record-acting-read.ts';
import {
  findById,
  findDraft,
  findOpenSupplement,
  lockById,
  lockDraft,
  type Draft,
} from './store/index.ts';

type Leave = 'read' | 'write' | null;

/**
 * What somebody may do with the papers of a draft or dossier. A draft's papers are its account's to change; a
 * dossier's are read by its people and units, and those that a supplement request names are changed by the applicant
 * while it is open. Officials leave a record of what they read.
 */
export async function paperGate(
  tx: Tx,
  actor: Actor,
  owner: string,
  matter: Matter,
  change?: Change,
): Promise<Leave> {
  const draft = await (change ? lockDraft(tx, owner) : findDraft(tx, owner));
  if (draft) return drafterMay(tx, actor, draft, change);
  const known = await findById(tx, owner);
  if (!known) return isOfUnit(actor, owner) && matter === 'inner' ? 'read' : null;
  const dossier = change ? await lockById(tx, owner) : known;
  if (!mayRead(actor, dossier)) return null;
  if (actor.kind === 'official') {
    await recordPaperRead(tx, actor, dossier);
    return 'read';
  }
  await recordActingRead(tx, actor, dossier);
  return applicantsMay(tx, dossier, matter, change);
}

async function drafterMay(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  change: Change | undefined,
): Promise<Leave> {
  if (!isDrafter(actor, draft) || draft.endedAt !== null) return null;
  if (!change) return 'read';
  const procedure = await compiledVersion(tx, draft.versionId);
  return isHandedIn(procedure, draft.channel, change.paper) ? 'write' : null;
}

/** The result is the applicant's once it was delivered, its draft while they check it; papers between officials never are. */
async function applicantsMay(
  tx: Tx,
  dossier: Dossier,
  matter: Matter,
  change: Change | undefined,
): Promise<Leave> {
  if (matter === 'draft') return dossier.state === 'CONFIRMING' ? 'read' : null;
  if (matter === 'inner') return null;
  if (matter === 'result') return dossier.state === 'DELIVERED' ? 'read' : null;
  if (!change || dossier.state !== 'SUPPLEMENT_REQUIRED') return 'read';
  const request = await findOpenSupplement(tx, dossier.id);
  const isAsked = request?.items.some(
    ({ kind, name }) => kind === 'paper' && name === change.paper,
  );
  return request?.sentAt && isAsked ? 'write' : 'read';
}

/** Registers belong to a unit and are read by its officials. */
function isOfUnit(actor: Actor, unitId: string): boolean {
  return actor.kind === 'official' && actor.posts.some((post) => post.unitId === unitId);
}

async function recordPaperRead(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  await recordRead(tx, {
    actor,
    personIds: [dossier.submitterPersonId, dossier.ownerPersonId],
    subject: { kind: 'dossier', id: dossier.id, label: dossier.code },
    purpose: text('Xem giấy tờ của hồ sơ', 'Read papers of the dossier'),
  });
}
