import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { forgetFailures } from './guessing.ts';
import { deleteEndedSessions } from './store/sessions.ts';

/** Every night: throws away sessions that are over and failed tries that no longer count. */
export function forgetStale({ database, clock }: Pick<Services, 'database' | 'clock'>): Job {
  return {
    name: 'identity.forget-stale',
    schedule: '30 3 * * *',
    run: () =>
      database.transaction(async (tx) => {
        await deleteEndedSessions(tx, clock.now());
        await forgetFailures(tx, clock.now());
      }),
  };
}
