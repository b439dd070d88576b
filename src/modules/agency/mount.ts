import type { Mount, Services } from '#/platform/module.ts';
import { apiRoutes } from './api.ts';
import { grantDemoPosts } from './demo-posts.ts';
import { seedDemoUnits } from './demo.ts';
import { pages } from './pages/pages.ts';
import { refusals } from './refusals.ts';
import { seedReferenceData } from './seed.ts';

/** Places, offices, posts and calendars; in demo mode one ward with its officials. */
export function mount({ config, clock }: Services): Mount {
  return {
    name: 'agency',
    routes: [...pages(), ...apiRoutes()],
    refusals,
    async seed(tx) {
      const at = clock.now();
      await seedReferenceData(tx, at);
      if (!config.isDemo) return;
      await seedDemoUnits(tx, at);
      await grantDemoPosts(tx, at);
    },
  };
}
