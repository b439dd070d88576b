import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { apologise } from './commands/apologise.ts';
import { listNewlyOverdue } from './store/index.ts';

const batch = 100;

/** Finds dossiers that have become overdue and makes the apology of each, one transaction a dossier. */
export function overdueJob({ database, clock }: Services): Job {
  return {
    name: 'dossier.overdue',
    schedule: '*/5 * * * *',
    async run() {
      for (let found = batch; found === batch;) {
        const at = clock.now();
        const ids = await database.transaction((tx) => listNewlyOverdue(tx, at, batch));
        for (const id of ids) await database.transaction((tx) => apologise(tx, id, at));
        found = ids.length;
      }
    },
  };
}
