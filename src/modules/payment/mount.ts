import type { Mount, Services } from '#/platform/module.ts';
import { seedDemoCollectors } from './demo.ts';
import { askGateways, giveBackAtGateway } from './gateway/ask-gateways.ts';
import { openGateways } from './gateway/open-gateways.ts';
import { adminRoutes } from './pages/admin-page.tsx';
import { cashierRoutes } from './pages/cashier-page.tsx';
import { dayRoutes } from './pages/day-page.tsx';
import { ipnRoutes } from './pages/ipn.ts';
import { moneyRoutes } from './pages/money-page.tsx';
import { orderRoutes } from './pages/order-page.tsx';
import { payRoutes } from './pages/pay-page.tsx';
import { reconcileRoutes } from './pages/reconcile-page.tsx';
import { statementRoutes } from './pages/statement-page.tsx';
import { simulatorRoutes } from './pages/simulator-page.tsx';
import { refusals } from './refusals.ts';
import { matchEntries } from './statement/match-entries.ts';

/** Where fees are paid, and where those who collect them look after the money. */
export function mount(services: Services): Mount {
  const { list, simulator } = openGateways(services);
  return {
    name: 'payment',
    routes: [
      ...payRoutes(services, list),
      ...orderRoutes(services, list),
      ...ipnRoutes(services, list),
      ...cashierRoutes(),
      ...adminRoutes(list),
      ...reconcileRoutes(services, list),
      ...statementRoutes(services, list),
      ...moneyRoutes(list),
      ...dayRoutes(services, list),
      ...(simulator ? simulatorRoutes(services, list, simulator) : []),
    ],
    jobs: [askGateways(services, list), giveBackAtGateway(services, list), matchEntries(services)],
    refusals,
    async seed(tx, { config }) {
      if (config.isDemo) await seedDemoCollectors(tx);
    },
  };
}
