import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { record } from '../case.ts';
import { mayDo } from '../dossier.ts';
import { inform } from '../inform.ts';
import { findOpenSupplement, insertBadge, lockById } from '../store/index.ts';
import { closeEverything } from './withdraw.ts';

/**
 * The applicant let the time for a supplement pass. Where the law of the procedure says what that means, the dossier
 * stops by itself (national state 8) and its applicant reads by which law; otherwise its officials see it and decide.
 */
export async function lapse(tx: Tx, dossierId: string, at: Date): Promise<void> {
  const dossier = await lockById(tx, dossierId);
  const request = await findOpenSupplement(tx, dossier.id);
  if (!request?.answerDueAt || request.answerDueAt >= at) return;
  await insertBadge(tx, dossier.id, 'lapsed', at);
  const law = (await compiledVersion(tx, dossier.versionId)).catalogue.supplement;
  if (law?.atDue !== 'stop' || !mayDo('stop', dossier)) return;
  const actor = systemActor(at);
  await closeEverything(tx, actor, dossier);
  await record(
    tx,
    actor,
    { dossier, step: undefined },
    { verb: 'stop', to: 'STOPPED', words: law.legalBasis.vi, facts: { tacit: true } },
  );
  await inform(tx, dossier, 'stopped', at, { reason: law.legalBasis.vi });
}
