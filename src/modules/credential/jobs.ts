import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { deleteEnded } from './store/offers.ts';

/** Every five minutes: offers, nonces and what was shown to askers are deleted when their time is over. */
export function forgetEnded({ database, clock }: Services): Job {
  return {
    name: 'credential.forget-ended',
    schedule: '*/5 * * * *',
    run: () => database.transaction((tx) => deleteEnded(tx, clock.now())),
  };
}
