import type { Config } from '#/platform/config/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { actApi } from './api/act-api.ts';
import { decisionApi } from './api/decision-api.ts';
import { dossierApi } from './api/dossier-api.ts';
import { ladderApi } from './api/ladder-api.ts';
import { listApi } from './api/list-api.ts';
import { submitApi } from './api/submit-api.ts';

/** Dossiers for programs: the same commands, rules and scopes as the pages. */
export function apiRoutes({ isDemo, publicUrl }: Config): Route[] {
  return [
    ...listApi(),
    ...submitApi(isDemo),
    ...dossierApi(),
    ...actApi(),
    ...ladderApi(),
    ...decisionApi(publicUrl),
  ];
}
