import type { Mount } from '#/platform/module.ts';
import { usageRoutes } from './api.ts';
import { privacyRoutes } from './pages.tsx';

/** The page on which people see who read their data. */
export function mount(): Mount {
  return { name: 'privacy', routes: [...privacyRoutes(), ...usageRoutes()] };
}
