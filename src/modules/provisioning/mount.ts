import type { Mount, Services } from '#/platform/module.ts';
import { tokenRoutes } from './pages/tokens.tsx';
import { refusals } from './refusals.ts';
import { scimRoutes } from './routes.ts';

/** SCIM for systems of staff and identities, and the page on which administrators make tokens for them. */
export function mount(services: Services): Mount {
  return {
    name: 'provisioning',
    routes: [...scimRoutes(services), ...tokenRoutes()],
    refusals,
  };
}
