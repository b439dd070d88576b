import type { FastifyInstance } from 'fastify';
import { signInPath } from '#/modules/identity/index.ts';
import { actBy } from '#/modules/mandate/index.ts';
import { tokenDoor } from '#/modules/openid/index.ts';
import { buildWeb, type Route } from '#/platform/http/index.ts';
import type { Job, JobQueue } from '#/platform/jobs/index.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { aboutRoutes } from './about/routes.tsx';
import { readAssets } from './assets.ts';
import { galleryRoutes } from './gallery.tsx';
import { healthRoutes } from './health.ts';
import { identify } from './identify.ts';
import { islandsDir } from './islands.ts';
import { tieTogether } from './links.ts';
import { ownMigrations } from './migrations.ts';
import { mountAll } from './modules.ts';
import { meterOf } from './meter.ts';
import { openApiRoute } from './openapi.ts';
import { offlineRoutes } from './offline/routes.ts';
import { refusalTable } from './refusals.ts';
import { rendering } from './rendering.tsx';
import { securityTextRoute } from './security-text.ts';
import { settingsRoutes } from './settings.ts';
import { site } from './site.ts';

/** The composed application of one process, not yet listening or working. */
export interface Application {
  readonly mounts: readonly Mount[];
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
  /** Loads what modules cannot do without, and the demo commune in demo mode. */
  seed(): Promise<void>;
  web(): Promise<FastifyInstance>;
  /** Takes back what composing registered between modules. */
  untie(): void;
}

/** Composes modules, routes and jobs; `own` are jobs of the process itself. */
export function compose(
  services: Services,
  queue: JobQueue,
  own: readonly Job[] = [],
): Application {
  const untie = tieTogether();
  const mounts = mountAll(services);
  const jobs = [...mounts.flatMap((mount) => mount.jobs ?? []), ...own];
  const refusals = refusalTable(mounts);
  const assets = readAssets(islandsDir);
  const pages: Route[] = [
    ...healthRoutes({ ...services, migrations: ownMigrations() }),
    ...assets.routes,
    ...settingsRoutes(services.config.publicUrl),
    securityTextRoute(services),
    ...aboutRoutes(site),
    ...offlineRoutes(site, assets),
    ...galleryRoutes(),
    ...mounts.flatMap((mount) => mount.routes),
  ];
  const routes = [...pages, openApiRoute(pages)];
  return {
    mounts,
    routes,
    jobs,
    untie,
    async seed() {
      await queue.open(jobs);
      for (const mount of mounts)
        await services.database.transaction(async (tx) => mount.seed?.(tx, services));
    },
    web: () =>
      buildWeb({
        routes,
        refusals,
        database: services.database,
        clock: services.clock,
        keys: services.keys,
        log: services.log,
        isHttps: services.config.publicUrl.startsWith('https:'),
        isDemo: services.config.isDemo,
        trustProxy: services.config.trustedProxies,
        identify,
        actBy,
        tokens: tokenDoor(services, actBy),
        meter: meterOf(services, routes),
        rendering: rendering(site, assets, refusals),
        signInPath,
      }),
  };
}
