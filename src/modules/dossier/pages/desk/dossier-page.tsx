import { get, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { officials } from '../../access.ts';
import { findInScope, openDossier } from '../../desk/open-dossier.ts';
import { showDossier } from './dossier-view.tsx';

/** One dossier at the desk. */
export function caseRoutes(): Route[] {
  return [
    get('/can-bo/ho-so/:code', officials, async (tx, visit) => {
      const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
      if (isRefusal(dossier)) return dossier;
      return showDossier(tx, visit, await openDossier(tx, visit.actor!, dossier), {
        from: visit.query['tu'] ?? '',
      });
    }),
  ];
}
