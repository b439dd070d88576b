import type { Keys } from '#/platform/crypto/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { accountRoutes } from './account-page.ts';
import { finishRoutes } from './finish-page.ts';
import { startRoutes } from './start-page.ts';

/** Entering paper dossiers at a counter. */
export function intakeRoutes(keys: Keys): Route[] {
  return [...startRoutes(), ...finishRoutes(), ...accountRoutes(keys)];
}
