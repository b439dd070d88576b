import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { carryOutResets } from './factors/reset-official.ts';
import { forgetFailures } from './guessing.ts';
import type { Tell } from './security-notice.ts';
import { deleteEndedChallenges } from './store/challenges.ts';
import { deleteDevicesBefore } from './store/devices.ts';
import { deleteEndedPending } from './store/pending-sign-ins.ts';
import { deleteEndedSessions } from './store/sessions.ts';
import { deleteSignInsBefore } from './store/sign-ins.ts';

/** A device that nobody has used for so long is as good as new; for as long sign-ins are kept. */
const deviceDays = 400;

/** Every ten minutes: factors of officials go whose removal was approved a day ago. */
export function carryOut(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  tell: Tell,
): Job {
  return {
    name: 'identity.reset-factors',
    schedule: '*/10 * * * *',
    async run() {
      await database.transaction((tx) => carryOutResets(tx, tell, clock.now()));
    },
  };
}

/** Every night: throws away sessions and half sign-ins that are over, and failed tries that no longer count. */
export function forgetStale({ database, clock }: Pick<Services, 'database' | 'clock'>): Job {
  return {
    name: 'identity.forget-stale',
    schedule: '30 3 * * *',
    run: () =>
      database.transaction(async (tx) => {
        const now = clock.now();
        await deleteEndedSessions(tx, now);
        await deleteEndedPending(tx, now);
        await deleteEndedChallenges(tx, now);
        await deleteDevicesBefore(tx, new Date(now.getTime() - deviceDays * 86_400_000));
        await deleteSignInsBefore(tx, new Date(now.getTime() - deviceDays * 86_400_000));
        await forgetFailures(tx, now);
      }),
  };
}
