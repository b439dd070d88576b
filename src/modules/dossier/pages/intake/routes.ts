import type { Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { accountRoutes } from './account-page.ts';
import { finishRoutes } from './finish-page.ts';
import { startRoutes } from './start-page.ts';

/** Entering paper dossiers at a counter. */
export function intakeRoutes(services: Pick<Services, 'keys' | 'config'>): Route[] {
  return [...startRoutes(), ...finishRoutes(), ...accountRoutes(services)];
}
