import type { Matter } from '#/modules/document/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';
import { isOwn, mayHandle } from './may.ts';
import { findById, findDraft, findOpenSupplement } from './store/index.ts';

/**
 * What somebody may do with the papers of a draft or dossier. A draft's papers are its account's to change; a
 * dossier's are read by its people and units, and changed by the applicant while a supplement is asked for. Officials
 * leave a record of what they read.
 */
export async function paperGate(
  tx: Tx,
  actor: Actor,
  owner: string,
  matter: Matter,
): Promise<'read' | 'write' | null> {
  const draft = await findDraft(tx, owner);
  if (draft) return draft.accountId === actor.accountId && draft.endedAt === null ? 'write' : null;
  const dossier = await findById(tx, owner);
  if (!dossier) return null;
  if (mayHandle(actor, dossier)) {
    await recordPaperRead(tx, actor, dossier);
    return 'read';
  }
  return isOwn(actor, dossier) ? applicantsMay(tx, dossier, matter) : null;
}

/** The result is the applicant's once it was delivered; its draft never is. */
async function applicantsMay(
  tx: Tx,
  dossier: Dossier,
  matter: Matter,
): Promise<'read' | 'write' | null> {
  if (matter === 'draft') return null;
  if (matter === 'result') return dossier.state === 'DELIVERED' ? 'read' : null;
  if (dossier.state !== 'SUPPLEMENT_REQUIRED') return 'read';
  return (await findOpenSupplement(tx, dossier.id))?.sentAt ? 'write' : 'read';
}

async function recordPaperRead(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  await recordRead(tx, {
    actor,
    personIds: [dossier.submitterPersonId, dossier.ownerPersonId],
    subject: { kind: 'dossier', id: dossier.id, label: dossier.code },
    purpose: text('Xem giấy tờ của hồ sơ', 'Read papers of the dossier'),
  });
}
