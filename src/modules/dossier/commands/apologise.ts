import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { record } from '../case.ts';
import { reappointment } from '../clock.ts';
import { mayNow } from '../dossier.ts';
import { inform } from '../inform.ts';
import { printApology } from '../print/index.ts';
import { insertBadge, lockById } from '../store/index.ts';

/**
 * A dossier has become overdue: it is marked, its officials see it, and the applicant gets an apology with a new
 * date (Mẫu 04, Circular 01/2018/TT-VPCP). A new date is given once only; the first due date stays the one that counts.
 */
export async function apologise(tx: Tx, dossierId: string, at: Date): Promise<void> {
  const dossier = await lockById(tx, dossierId);
  const isDue =
    dossier.dueAt !== null &&
    dossier.dueAt < at &&
    dossier.overdueAt === null &&
    dossier.pausedAt === null;
  if (!isDue || dossier.endedAt !== null || !mayNow('apologise', dossier.state)) return;
  const actor = systemActor(at);
  const newDueAt = await reappointment(tx, dossier, at);
  await record(
    tx,
    actor,
    { dossier, step: undefined },
    {
      verb: 'apologise',
      facts: { dueAt: dossier.dueAt, newDueAt },
      change: { overdueAt: at, reappointedAt: newDueAt },
    },
  );
  await insertBadge(tx, dossier.id, 'overdue', at);
  await printApology(tx, actor, dossier, newDueAt);
  await inform(tx, { ...dossier, reappointedAt: newDueAt }, 'apology', at);
}
