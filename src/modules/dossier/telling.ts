import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { computeDueAt } from './clock.ts';
import type { Dossier } from './dossier.ts';
import { insertBadge, listUntold, updateTellBy } from './store/index.ts';

const batch = 100;

/**
 * Notes until when the applicant must be told that an agency wants more, where the law of the procedure says so: within
 * 24 hours for interlinked births (Decree 63/2024/NĐ-CP). Whoever is told at once is told in time.
 */
export async function watchTelling(
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'unitId' | 'versionId'>,
  request: { readonly id: string; readonly requestedAt: Date; readonly sentAt: Date | null },
): Promise<void> {
  const law = (await compiledVersion(tx, dossier.versionId)).catalogue.supplement?.notifyWithin;
  if (law === undefined) return;
  const tellBy = await computeDueAt(tx, dossier, request.requestedAt, law);
  if (request.sentAt === null) await updateTellBy(tx, request.id, tellBy);
  else if (request.sentAt > tellBy) await insertBadge(tx, dossier.id, 'untold', request.sentAt);
}

/** Finds requests of which nobody has told the applicant in time: their officials see it at the desk. */
export function untoldJob({ database, clock }: Services): Job {
  return {
    name: 'dossier.untold',
    schedule: '*/5 * * * *',
    async run() {
      const at = clock.now();
      await database.transaction(async (tx) => {
        for (const id of await listUntold(tx, at, batch)) await insertBadge(tx, id, 'untold', at);
      });
    },
  };
}
