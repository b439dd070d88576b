import type { Mount, Services } from '#/platform/module.ts';
import { catalogueApi } from './api.ts';
import { noLinks, type ProcedureLinks } from './links.ts';
import { pages } from './pages/pages.tsx';
import { catalogueKeeper } from './published.ts';
import { refusals } from './refusals.ts';
import { seedProcedures } from './seed.ts';

/** The catalogue of public procedures. `links` joins it to processes and dossiers. */
export function mount(services: Services, links: ProcedureLinks = noLinks): Mount {
  const catalogueOf = catalogueKeeper(links.usage);
  return {
    name: 'procedure',
    routes: [...pages(catalogueOf, links), ...catalogueApi(catalogueOf)],
    refusals,
    seed: (tx) => seedProcedures(tx, links, services.log, services.clock.now()),
  };
}
