import type { Mount } from '#/platform/module.ts';
import { inboxRoutes } from './pages.tsx';

/** The inbox inside the platform. */
export function mount(): Mount {
  return { name: 'notify', routes: inboxRoutes() };
}
