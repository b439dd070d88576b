import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { applyReady } from './incoming/work-off.ts';
import { sendDue } from './outgoing/work-off.ts';
import { broughtArea } from './incoming/bring-files.ts';
import { deleteBroughtBefore, listBroughtKeys } from './store/files.ts';
import { deleteNonces } from './store/incoming.ts';

/** Signatures older than this are refused for their age, so that nobody needs to remember them. */
const rememberedMs = 15 * 60_000;

const dayMs = 86_400_000;

/** Forgets old signatures; on the way it does what the continuous work would do, should that have died. */
export function exchangeJobs(services: Services): Job[] {
  return [
    {
      name: 'exchange.work-off',
      schedule: '*/5 * * * *',
      async run() {
        await sendDue(services);
        await applyReady(services);
        const before = new Date(services.clock.now().getTime() - rememberedMs);
        await services.database.transaction((tx) => deleteNonces(tx, before));
      },
    },
    { name: 'exchange.sweep', schedule: '43 3 * * *', run: () => sweep(services) },
  ];
}

/** Takes away files that were fetched for messages which nobody sends any more, or which are in dossiers by now. */
async function sweep({ database, files, clock }: Services): Promise<void> {
  const now = clock.now().getTime();
  const needed = await database.transaction(async (tx) => {
    await deleteBroughtBefore(tx, new Date(now - 30 * dayMs));
    return listBroughtKeys(tx);
  });
  const old = new Date(now - dayMs);
  for await (const { key, storedAt } of files.list(broughtArea))
    if (!needed.has(key) && storedAt < old) await files.remove(key, old);
}
