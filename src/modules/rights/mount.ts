import type { Mount, Services } from '#/platform/module.ts';
import { adminRoutes } from './pages/admin-pages.tsx';
import { consentRoutes } from './pages/consent-pages.tsx';
import { deskRoutes } from './pages/desk-pages.tsx';
import { fileRoutes } from './pages/files.ts';
import { requestRoutes } from './pages/request-pages.tsx';
import { refusals } from './refusals.ts';
import { retentionJob } from './retention.ts';

/** What people may do about data of theirs, and what the office keeps about its handling of data. */
export function mount(services: Services): Mount {
  return {
    name: 'rights',
    routes: [
      ...requestRoutes(),
      ...consentRoutes(),
      ...fileRoutes(services),
      ...deskRoutes(),
      ...adminRoutes(services),
    ],
    jobs: [retentionJob(services)],
    refusals,
  };
}
