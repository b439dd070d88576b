import type { Mount, Services } from '#/platform/module.ts';
import { seedDemoHalls } from './demo.ts';
import { appointmentJobs } from './jobs.ts';
import { boardRoutes } from './pages/board-page.tsx';
import { bookRoutes } from './pages/book-pages.tsx';
import { deskRoutes } from './pages/desk-page.tsx';
import { figuresRoutes } from './pages/figures-page.tsx';
import { kioskRoutes } from './pages/kiosk-pages.tsx';
import { ownRoutes } from './pages/own-pages.tsx';
import { planRoutes } from './pages/plan-page.tsx';
import { todayRoutes } from './pages/today-page.tsx';
import { refusals } from './refusals.ts';
import { seedRules } from './store/seed.ts';

/** Appointments, desks and the numbers that they call. */
export function mount(services: Services): Mount {
  return {
    name: 'appointment',
    routes: [
      ...bookRoutes(),
      ...ownRoutes(),
      ...boardRoutes(),
      ...kioskRoutes(),
      ...todayRoutes(),
      ...figuresRoutes(),
      ...deskRoutes(),
      ...planRoutes(),
    ],
    jobs: appointmentJobs(services),
    refusals,
    async seed(tx, { config, clock }) {
      const at = clock.now();
      await seedRules(tx, at);
      if (config.isDemo) await seedDemoHalls(tx, at);
    },
  };
}
