import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { apologise } from './commands/apologise.ts';
import { lapse } from './commands/lapse.ts';
import { countCommonness } from './desk/commonness-store.ts';
import { listLapsed, listNewlyOverdue } from './store/index.ts';

const batch = 100;

/** Finds dossiers that have become overdue and makes the apology of each, one transaction a dossier. */
export function overdueJob({ database, clock, log }: Services): Job {
  return {
    name: 'dossier.overdue',
    schedule: '*/5 * * * *',
    async run() {
      const at = clock.now();
      let last: { id: string; dueAt: Date } | null = null;
      do {
        const found = await database.transaction((tx) => listNewlyOverdue(tx, at, last, batch));
        for (const { id } of found) await attempt(id, at);
        last = found.length === batch ? (found.at(-1) ?? null) : null;
      } while (last);
    },
  };

  /** One dossier that cannot be handled must not hold up the others; it is tried again at the next run. */
  async function attempt(id: string, at: Date): Promise<void> {
    try {
      await database.transaction((tx) => apologise(tx, id, at));
    } catch (err) {
      log.error({ err, dossier: id }, 'overdue dossier could not be handled');
    }
  }
}

/** Finds dossiers whose applicant let the time for a supplement pass; each in a transaction of its own. */
export function lapsedJob({ database, clock, log }: Services): Job {
  return {
    name: 'dossier.lapsed',
    schedule: '*/15 * * * *',
    async run() {
      const at = clock.now();
      for (const id of await database.transaction((tx) => listLapsed(tx, at, batch))) {
        try {
          await database.transaction((tx) => lapse(tx, id, at));
        } catch (err) {
          log.error({ err, dossier: id }, 'lapsed supplement could not be handled');
        }
      }
    },
  };
}

/** Counts every night how common words are among dossiers, by which searching chooses its way. */
export function commonnessJob({ database }: Services): Job {
  return {
    name: 'dossier.commonness',
    schedule: '20 2 * * *',
    async run() {
      await database.transaction(countCommonness);
    },
  };
}
