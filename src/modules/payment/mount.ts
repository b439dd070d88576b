import type { Mount, Services } from '#/platform/module.ts';
import { seedDemoCollectors } from './demo.ts';
import { askGateways, giveBackAtGateway } from './gateway/ask-gateways.ts';
import { openGateways } from './gateway/open-gateways.ts';
import { ipnRoutes } from './pages/ipn.ts';
import { orderRoutes } from './pages/order-page.tsx';
import { payRoutes } from './pages/pay-page.tsx';
import { simulatorRoutes } from './pages/simulator-page.tsx';
import { refusals } from './refusals.ts';

/** Where fees are paid, and where those who collect them look after the money. */
export function mount(services: Services): Mount {
  const { list, simulator } = openGateways(services);
  return {
    name: 'payment',
    routes: [
      ...payRoutes(services, list),
      ...orderRoutes(services, list),
      ...ipnRoutes(services, list),
      ...(simulator ? simulatorRoutes(services, list, simulator) : []),
    ],
    jobs: [askGateways(services, list), giveBackAtGateway(services, list)],
    refusals,
    async seed(tx, { config }) {
      if (config.isDemo) await seedDemoCollectors(tx);
    },
  };
}
