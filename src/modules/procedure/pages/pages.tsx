import { get, type Route } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { manageProcedures, readCatalogue } from '../access.ts';
import { compiledVersion } from '../compiled-store.ts';
import type { ProcedureLinks } from '../links.ts';
import type { CatalogueKeeper } from '../published.ts';
import { relatedTo } from './browse.ts';
import { CataloguePage } from './catalogue.tsx';
import { showCheck } from './check.tsx';
import { HomePage } from './home.tsx';
import { readAsked } from './select-services.ts';
import { StartPage } from './start.tsx';
import { showVersions } from './versions.tsx';
import { words } from './words.ts';

/** The public catalogue and its administration. */
export function pages(catalogueOf: CatalogueKeeper, links: ProcedureLinks): Route[] {
  return [
    get('/', readCatalogue, async (tx, visit) => {
      const catalogue = await catalogueOf(tx, visit.now);
      const view = <HomePage visit={visit} catalogue={catalogue} />;
      return { title: say(visit.lang, words.services), view, layout: 'citizen' };
    }),

    get('/dich-vu', readCatalogue, async (tx, visit) => {
      const catalogue = await catalogueOf(tx, visit.now);
      const view = (
        <CataloguePage visit={visit} catalogue={catalogue} asked={readAsked(visit.query)} />
      );
      return { title: say(visit.lang, words.services), view, layout: 'citizen' };
    }),

    get('/dich-vu/:slug', readCatalogue, async (tx, visit) => {
      const catalogue = await catalogueOf(tx, visit.now);
      const published = catalogue.find(visit.params['slug']!);
      if (!published) return refuse('procedure.unknown');
      const { examples } = await compiledVersion(tx, published.version.id);
      const waiting = await links.waitingTimes(tx, published.version.procedureId, visit.now);
      const related = relatedTo(
        published.facts,
        catalogue.all.map((one) => one.facts),
      );
      const view = <StartPage {...{ visit, procedure: published, examples, waiting, related }} />;
      return { title: say(visit.lang, published.facts.shortName), view, layout: 'citizen' };
    }),

    get('/dich-vu/:slug/kiem-tra', readCatalogue, async (tx, visit) => {
      const published = (await catalogueOf(tx, visit.now)).find(visit.params['slug']!);
      if (!published) return refuse('procedure.unknown');
      return showCheck(tx, visit, await compiledVersion(tx, published.version.id), links);
    }),

    get('/quan-tri/thu-tuc', manageProcedures, showVersions),
  ];
}
