import type { Mount, Services } from '#/platform/module.ts';
import { deliverCrossedMessages, fireDueTimers } from './commands/tick.ts';
import { theFollower } from './follow.ts';
import { refusals } from './refusals.ts';

/** Timers of one transaction. Small, so that a person never waits long for an instance that the tick holds. */
const batch = 50;

export function mount({ database, clock }: Services): Mount {
  async function tick(): Promise<void> {
    for (let seen = batch; seen === batch;) {
      ({ seen } = await database.transaction((tx) =>
        fireDueTimers(tx, clock.now(), theFollower(), batch),
      ));
    }
    await database.transaction((tx) =>
      deliverCrossedMessages(tx, clock.now(), theFollower(), batch),
    );
  }
  return {
    name: 'process',
    routes: [],
    jobs: [{ name: 'process.tick', schedule: '* * * * *', retries: 0, run: tick }],
    refusals,
  };
}
