import type { Mount, Services } from '#/platform/module.ts';
import type { Text } from '#/values/text.ts';
import { workOnDelivery } from './deliver/work.ts';
import { notifyJobs } from './jobs.ts';
import { officeOf } from './office-of.ts';
import { caughtRoutes } from './pages/caught.tsx';
import { inboxRoutes } from './pages/inbox.tsx';
import { messageRoutes } from './pages/messages.tsx';
import { preferenceRoutes } from './pages/preferences.tsx';
import { pushApi } from './pages/push-api.ts';
import { serviceRoutes } from './pages/services.tsx';
import { templateRoutes } from './pages/templates.tsx';
import { unsubscribeRoutes } from './pages/unsubscribe.tsx';
import { bounceRoute } from './programs/bounce.ts';
import { notifyApi } from './programs/routes.ts';
import { refusals } from './refusals.ts';
import { seedNotify } from './seed.ts';

/** The inbox inside the platform, and messages that leave it, in the name of an agency. */
export function mount(services: Services, agency: Text): Mount {
  const office = officeOf(services, agency);
  return {
    name: 'notify',
    routes: [
      ...inboxRoutes(),
      ...preferenceRoutes(),
      ...unsubscribeRoutes(office),
      ...messageRoutes(),
      ...templateRoutes(),
      ...serviceRoutes(),
      ...(services.config.isDemo ? caughtRoutes() : []),
      ...pushApi(services.config.messaging?.push),
      ...notifyApi(services),
      bounceRoute(office),
    ],
    refusals,
    jobs: notifyJobs(office),
    seed: (tx, { clock }) => seedNotify(tx, clock.now()),
    work: () => workOnDelivery(office),
  };
}
