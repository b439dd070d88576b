import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isOwn, mayHandle } from './may.ts';
import { findById, findDraft, findOpenSupplement } from './store/index.ts';

/**
 * What somebody may do with the papers of a draft or dossier. A draft's papers are its account's to change; a
 * dossier's are read by its people and units, and changed by the applicant while a supplement is asked for.
 */
export async function paperGate(
  tx: Tx,
  actor: Actor,
  owner: string,
): Promise<'read' | 'write' | null> {
  const draft = await findDraft(tx, owner);
  if (draft) return draft.accountId === actor.accountId && draft.endedAt === null ? 'write' : null;
  const dossier = await findById(tx, owner);
  if (!dossier) return null;
  if (isOwn(actor, dossier)) {
    const request =
      dossier.state === 'SUPPLEMENT_REQUIRED' ? await findOpenSupplement(tx, owner) : undefined;
    return request?.sentAt ? 'write' : 'read';
  }
  return mayHandle(actor, dossier) ? 'read' : null;
}
