import type { Mount, Services } from '#/platform/module.ts';
import { counterRoutes } from './pages/counter-page.tsx';
import { mandateRoutes } from './pages/mandate-pages.tsx';
import { refusals } from './refusals.ts';

/** Who may act for whom: one's own mandates, and the counter where they are recorded. */
export function mount(services: Services): Mount {
  return {
    name: 'mandate',
    routes: [...mandateRoutes(services), ...counterRoutes()],
    refusals,
  };
}
