import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { applyReady } from './incoming/work-off.ts';
import { sendDue } from './outgoing/work-off.ts';
import { deleteNonces } from './store/incoming.ts';

/** Signatures older than this are refused for their age, so that nobody needs to remember them. */
const rememberedMs = 15 * 60_000;

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
  ];
}
