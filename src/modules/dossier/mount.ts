import type { Mount, Services } from '#/platform/module.ts';
import { apiRoutes } from './api.ts';
import { escalationJob } from './escalation/job.ts';
import { commonnessJob, lapsedJob, overdueJob } from './jobs.ts';
import { paperRoutes } from './pages/apply/papers-page.tsx';
import { questionRoutes } from './pages/apply/question-page.tsx';
import { reviewRoutes } from './pages/apply/review-page.tsx';
import { startRoutes } from './pages/apply/start-page.tsx';
import { autosaveRoutes } from './pages/apply/autosave.ts';
import { deskRoutes } from './pages/desk/routes.ts';
import { intakeRoutes } from './pages/intake/routes.ts';
import { unconfirmedJob } from './confirmation.ts';
import { dossierRoutes } from './pages/own/dossier-page.tsx';
import { draftRoutes } from './pages/own/draft-page.tsx';
import { listRoutes } from './pages/own/list-page.tsx';
import { receiptRoutes } from './pages/own/receipt-page.tsx';
import { supplementRoutes } from './pages/own/supplement-page.tsx';
import { ladderRoutes } from './pages/ladder/ladder-page.tsx';
import { registerRoutes } from './pages/registers/routes.ts';
import { trackRoutes } from './pages/track-page.tsx';
import { recomputeJob } from './recompute/job.ts';
import { refusals } from './refusals.ts';
import { untoldJob } from './telling.ts';

/** Applying, following and processing dossiers. */
export function mount(services: Services): Mount {
  return {
    name: 'dossier',
    routes: [
      ...startRoutes(),
      ...questionRoutes(),
      ...paperRoutes(),
      ...reviewRoutes(),
      ...autosaveRoutes(services.config.isDemo),
      ...listRoutes(),
      ...dossierRoutes(),
      ...draftRoutes(),
      ...receiptRoutes(),
      ...supplementRoutes(),
      ...trackRoutes(services.keys),
      ...deskRoutes(),
      ...apiRoutes(services.config),
      ...intakeRoutes(services),
      ...registerRoutes(),
      ...ladderRoutes(),
    ],
    jobs: [
      overdueJob(services),
      lapsedJob(services),
      untoldJob(services),
      unconfirmedJob(services),
      recomputeJob(services),
      escalationJob(services),
      commonnessJob(services),
    ],
    refusals,
  };
}
