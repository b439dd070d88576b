import type { Mount } from '#/platform/module.ts';
import { seedDemoCollectors } from './demo.ts';
import { refusals } from './refusals.ts';

/** Fees have no pages of their own: dossiers show and collect them. */
export function mount(): Mount {
  return {
    name: 'payment',
    routes: [],
    refusals,
    async seed(tx, { config }) {
      if (config.isDemo) await seedDemoCollectors(tx);
    },
  };
}
