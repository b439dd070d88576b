import type { Route } from '#/platform/http/index.ts';
import { batchRoutes } from './batch-page.tsx';
import { deedRoutes } from './deed-routes.tsx';
import { caseRoutes } from './dossier-page.tsx';
import { inlineRoutes } from './inline-routes.ts';
import { listRoutes } from './list-page.tsx';
import { savedRoutes } from './saved-page.tsx';
import { supplementRoutes } from './supplement-page.tsx';

/** The officials' desk. */
export function deskRoutes(): Route[] {
  return [
    ...listRoutes(),
    ...savedRoutes(),
    ...batchRoutes(),
    ...caseRoutes(),
    ...deedRoutes(),
    ...supplementRoutes(),
    ...inlineRoutes(),
  ];
}
