import type { ProcedureLinks } from '#/modules/procedure/index.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { studioRoutes } from './pages/routes.ts';
import { moveJob } from './move/run-move.ts';
import { replayJob } from './replay/run-replay.ts';
import { refusals } from './refusals.ts';
import { simulationJob } from './simulation/run-simulation.ts';

/** The studio. `links` prove and deploy processes, as for procedures that come by the command line. */
export function mount(services: Services, links: ProcedureLinks): Mount {
  return {
    name: 'studio',
    routes: studioRoutes({
      database: services.database,
      jobs: services.jobs,
      links,
      papersmith: services.papersmith,
    }),
    jobs: [replayJob(services), simulationJob(services), moveJob(services)],
    refusals,
  };
}
