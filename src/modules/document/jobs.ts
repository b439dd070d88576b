import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { WorkshopClosed } from '#/platform/workshop/index.ts';
import { dayOf } from '#/values/day.ts';
import type { PrintWorks } from './issued/print-works.ts';
import { area, type PaperWorks } from './papers/paper-works.ts';
import { listNeededKeys } from './store/files.ts';
import { deleteReceived } from './store/received.ts';
import { deleteStaleUploads } from './store/uploads.ts';

export const workOff = 'document.work-off';
const restMs = 2_000;

/** A turn ends even when more waits: a process that is told to stop need not work off a long line first. */
const turnMs = 3_000;
const dayMs = 86_400_000;

/**
 * Papers wait in the tables of this module, in the transaction of the act that needs them. One job looks every two
 * seconds whether something waits: it orders itself anew, the start of a
 * process orders the first one, and the cron line wakes it after a crash.
 */
export function documentJobs(services: Services, papers: PaperWorks, prints: PrintWorks): Job[] {
  const { database, files, jobs, clock } = services;
  return [
    { name: workOff, schedule: '* * * * *', retries: 0, run: work },
    { name: 'document.sweep', schedule: '17 3 * * *', run: sweep },
  ];

  async function work(): Promise<void> {
    const enough = Date.now() + turnMs;
    let isMore = true;
    try {
      while (isMore && Date.now() < enough)
        isMore = (await prints.printNext()) || (await papers.workOff());
    } catch (error) {
      isMore = false;
      if (!(error instanceof WorkshopClosed)) throw error;
    } finally {
      // The pause is one of the machine, not of the office: the clock of acts does not count here.
      const after = new Date(Date.now() + (isMore ? 0 : restMs));
      await database.transaction((tx) => jobs.enqueue(tx, workOff, {}, { key: 'next', after }));
    }
  }

  /** Takes away what no row needs any more: left uploads, replaced drafts, files whose transaction failed. */
  async function sweep(): Promise<void> {
    const now = clock.now().getTime();
    const needed = await database.transaction(async (tx) => {
      await deleteStaleUploads(tx, new Date(now - dayMs));
      await deleteReceived(tx, dayOf(new Date(now - dayMs)));
      return await listNeededKeys(tx);
    });
    const old = new Date(now - 2 * dayMs);
    for await (const { key, storedAt } of files.list(area))
      if (!needed.has(key) && storedAt < old) await files.remove(key, old);
  }
}
