import type { Mount, Services } from '#/platform/module.ts';
import { signingApi } from './api.ts';
import { seedDemoSigning } from './demo/seed.ts';
import { listRoutes } from './lists.ts';
import { certificateRoutes } from './pages/certificates.tsx';
import { oneCertificateRoutes } from './pages/one-certificate.tsx';
import { practiceRoutes } from './pages/practices.tsx';
import { rootRoutes } from './pages/roots.tsx';
import { refusals } from './refusals.ts';
import { forgetVerdicts } from './verdict.ts';
import { warnOfEnds, type Tell } from './warn.ts';

/** Certificates, keys and roots of the office, and judging signatures. */
export function mount(services: Services, tell: Tell = async () => undefined): Mount {
  return {
    name: 'signing',
    routes: [
      ...certificateRoutes(),
      ...rootRoutes(),
      ...practiceRoutes(),
      ...oneCertificateRoutes(),
      ...listRoutes(services),
      ...signingApi(services),
    ],
    jobs: [warnOfEnds(services, tell), forgetVerdicts(services)],
    refusals,
    seed: async (tx) => {
      if (services.config.isDemo) await seedDemoSigning(tx, services);
    },
  };
}
