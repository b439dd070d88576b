import type { Route } from '#/platform/http/index.ts';
import type { Site } from '#/ui/index.ts';
import type { PublicAssets } from '../assets.ts';
import { catalogueRoute } from './catalogue-page.tsx';
import { iconRoutes } from './icons.ts';
import { manifestRoute } from './manifest.ts';
import { offlineRoute } from './offline-page.tsx';
import { workerRoutes } from './worker-route.ts';

/** What makes the site an application that works without network. */
export function offlineRoutes(site: Site, assets: PublicAssets): Route[] {
  return [
    manifestRoute(site),
    ...iconRoutes(),
    ...workerRoutes(assets),
    offlineRoute(),
    catalogueRoute(),
  ];
}
