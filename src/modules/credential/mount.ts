import type { Mount, Services } from '#/platform/module.ts';
import { issueRoutes } from './issue/routes.ts';
import { forgetEnded } from './jobs.ts';
import { officeOf } from './office.ts';
import { askRoutes } from './pages/ask-pages.tsx';
import { ownRoutes } from './pages/own-pages.tsx';
import { noResults, type CredentialPorts } from './ports.ts';
import { refusals } from './refusals.ts';
import { verifyRoutes } from './verify/routes.ts';

/** Results as credentials: taking them, showing them, and asking for them. */
export function mount(services: Services, ports: CredentialPorts = noResults): Mount {
  const office = officeOf(services);
  return {
    name: 'credential',
    routes: [
      ...issueRoutes(services, office, ports),
      ...verifyRoutes(services, office),
      ...ownRoutes(services, office, ports),
      ...askRoutes(services, office, ports),
    ],
    jobs: [forgetEnded(services)],
    refusals,
  };
}
