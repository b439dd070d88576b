import type { Mount, Services } from '#/platform/module.ts';
import { closeDemoAccounts, openDemoAccounts } from './demo/seed.ts';
import { forgetStale } from './jobs.ts';
import { accountRoutes, type LookupsOf } from './pages/account.tsx';
import { passwordCodeRoutes } from './pages/password-code.tsx';
import { registerRoutes } from './pages/register.tsx';
import { signInRoutes } from './pages/sign-in.tsx';
import { refusals } from './refusals.ts';

/** Signing in, out and up, and one's own account. `lookupsOf` knows provinces and communes. */
export function mount(services: Services, lookupsOf: LookupsOf): Mount {
  return {
    name: 'identity',
    routes: [
      ...signInRoutes(services),
      ...registerRoutes(services),
      ...passwordCodeRoutes(services),
      ...accountRoutes(services, lookupsOf),
    ],
    jobs: [forgetStale(services)],
    refusals,
    async seed(tx, { config, clock }) {
      await (config.isDemo
        ? openDemoAccounts(tx, clock.now())
        : closeDemoAccounts(tx, clock.now()));
    },
  };
}
