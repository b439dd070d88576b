import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from '#/platform/db/index.ts';
import type { Services, Work } from '#/platform/module.ts';
import { applyReady } from './incoming/work-off.ts';
import { sendDue } from './outgoing/work-off.ts';

/** How often the box is looked into. */
const everyMs = 2_000;

/** Sends messages and applies those that waited, until stopped. */
export function workOnMessages(services: Services): Work {
  const stopping = new AbortController();
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await round().catch((err: unknown) => {
        if (!isOutage(err)) services.log.error({ err }, 'messages could not be worked off');
      });
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function round(): Promise<void> {
    await sendDue(services);
    await applyReady(services);
  }
}
