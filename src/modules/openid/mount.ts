import type { Mount, Services } from '#/platform/module.ts';
import { forgetEnded, turnSigningKeys } from './jobs.ts';
import { endSessions, tellOfLogout } from './logout.ts';
import { clientRoutes } from './pages/clients.tsx';
import { connectRoutes } from './pages/connect.tsx';
import { failedRoutes } from './pages/failed.tsx';
import { givenRoutes } from './pages/given.tsx';
import { keyRoutes } from './pages/keys.tsx';
import { signOutRoutes } from './pages/sign-out.tsx';
import type { Ports } from './ports.ts';
import { openOp, providerRoutes } from './provider/serve.ts';
import { refusals } from './refusals.ts';

/** The provider, its pages for people and for administrators, and its jobs. */
export function mount(services: Services, ports: Ports): Mount {
  const op = openOp(services, ports);
  return {
    name: 'openid',
    routes: [
      ...providerRoutes(services, op),
      ...signOutRoutes(services),
      ...failedRoutes(),
      ...connectRoutes(services, ports),
      ...givenRoutes(),
      ...clientRoutes(),
      ...keyRoutes(services, op),
    ],
    jobs: [
      endSessions(services),
      tellOfLogout(op),
      forgetEnded(services),
      turnSigningKeys(services),
    ],
    refusals,
  };
}
