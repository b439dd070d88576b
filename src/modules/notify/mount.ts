import type { Mount, Services } from '#/platform/module.ts';
import type { Text } from '#/values/text.ts';
import { workOnDelivery } from './deliver/work.ts';
import { notifyJobs } from './jobs.ts';
import { officeOf } from './office-of.ts';
import { inboxRoutes } from './pages/inbox.tsx';
import { bounceRoute } from './programs/bounce.ts';
import { notifyApi } from './programs/routes.ts';
import { seedNotify } from './seed.ts';

/** The inbox inside the platform, and messages that leave it, in the name of an agency. */
export function mount(services: Services, agency: Text): Mount {
  const office = officeOf(services, agency);
  return {
    name: 'notify',
    routes: [...inboxRoutes(), ...notifyApi(services), bounceRoute(office)],
    jobs: notifyJobs(office),
    seed: (tx, { clock }) => seedNotify(tx, clock.now()),
    work: () => workOnDelivery(office),
  };
}
