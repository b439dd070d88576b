import type { Mount, Services } from '#/platform/module.ts';
import { closeDemoAccounts, openDemoAccounts } from './demo/seed.ts';
import { carryOut, forgetStale } from './jobs.ts';
import { accountRoutes, type LookupsOf } from './pages/account.tsx';
import { passwordCodeRoutes } from './pages/password-code.tsx';
import { codeAppRoutes } from './pages/factors/code-app.tsx';
import { confirmRoutes } from './pages/factors/confirm.tsx';
import { counterRoutes } from './pages/factors/counter.tsx';
import { enrolRoutes } from './pages/factors/enrol.tsx';
import { passkeyRoutes } from './pages/factors/passkeys.tsx';
import { recoveryCodeRoutes } from './pages/factors/recovery-codes.tsx';
import { secondStepRoutes } from './pages/factors/second-step.tsx';
import { resetRoutes } from './pages/factors/resets.tsx';
import { securityRoutes } from './pages/factors/security.tsx';
import { registerRoutes } from './pages/register.tsx';
import { nationalRoutes } from './pages/national.tsx';
import { historyRoutes } from './pages/sign-in-history.tsx';
import { signInRoutes } from './pages/sign-in.tsx';
import { openNational } from './national/open-provider.ts';
import type { Entrance } from './enter.ts';
import { refusals } from './refusals.ts';
import type { Tell } from './security-notice.ts';

/**
 * Signing in, out and up, and one's own account. `lookupsOf` knows provinces and communes, `tell` puts notices into
 * inboxes.
 */
export function mount(
  services: Services,
  lookupsOf: LookupsOf,
  tell: Tell = async () => undefined,
): Mount {
  const { keys, config } = services;
  const national = openNational(config);
  const entrance: Entrance = { keys, officialsNeedFactor: !config.isDemo, tell };
  return {
    name: 'identity',
    routes: [
      ...signInRoutes(services, entrance, national !== undefined),
      ...(national ? nationalRoutes(services, entrance, national) : []),
      ...secondStepRoutes(services, entrance),
      ...enrolRoutes(services, entrance),
      ...registerRoutes(services, entrance),
      ...passwordCodeRoutes(services, entrance),
      ...accountRoutes(services, lookupsOf),
      ...historyRoutes(entrance, national !== undefined),
      ...securityRoutes(entrance),
      ...codeAppRoutes(services, entrance),
      ...passkeyRoutes(services, entrance),
      ...recoveryCodeRoutes(services, entrance),
      ...confirmRoutes(services, national !== undefined),
      ...counterRoutes(entrance),
      ...resetRoutes(entrance),
    ],
    jobs: [forgetStale(services), carryOut(services, tell)],
    refusals,
    async seed(tx, { config, clock }) {
      await (config.isDemo
        ? openDemoAccounts(tx, clock.now())
        : closeDemoAccounts(tx, clock.now()));
    },
  };
}
