import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { turnKeys } from './signing-keys.ts';
import { deleteEndedKeys } from './store/signing-keys.ts';
import { deleteEnded } from './store/tokens.ts';

/** Every quarter of an hour: throws away codes, tokens, sessions and proofs that are over. */
export function forgetEnded({ database }: Pick<Services, 'database'>): Job {
  return {
    name: 'openid.forget-ended',
    schedule: '*/15 * * * *',
    // The provider counts by the machine's clock.
    run: () => database.transaction((tx) => deleteEnded(tx, new Date())),
  };
}

/** Every night: a signing key that has grown old is followed by another, and old ones go. */
export function turnSigningKeys({ database, clock, keys }: Services): Job {
  return {
    name: 'openid.turn-keys',
    schedule: '10 2 * * *',
    run: () =>
      database.transaction(async (tx) => {
        await turnKeys(tx, keys, clock.now());
        await deleteEndedKeys(tx, clock.now());
      }),
  };
}
