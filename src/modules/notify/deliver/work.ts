import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from '#/platform/db/index.ts';
import type { Work } from '#/platform/module.ts';
import { callBackDue } from './call-back.ts';
import type { Office } from './office.ts';
import { deliverDue } from './work-off.ts';

/** How often the outbox is looked into. */
const everyMs = 1_000;

/** Delivers messages and tells services of them, until stopped. */
export function workOnDelivery(office: Office): Work {
  const stopping = new AbortController();
  const ended = Promise.all([loop(() => deliverDue(office)), loop(() => callBackDue(office))]);
  return {
    async stop() {
      stopping.abort();
      await ended;
      for (const channel of office.channels.values()) await channel.close();
    },
  };

  async function loop(round: () => Promise<unknown>): Promise<void> {
    while (!stopping.signal.aborted) {
      await round().catch((err: unknown) => {
        if (!isOutage(err)) office.services.log.error({ err }, 'messages could not be delivered');
      });
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}
