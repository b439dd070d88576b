import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { reviewers } from '../access.ts';
import { showCheck } from './check-page.tsx';
import { bundleRoutes } from './bundle-routes.ts';
import { showDifferences } from './differences-page.tsx';
import { exampleRoutes } from './example/example-section.tsx';
import { showExamples } from './example/examples-page.tsx';
import { factsRoutes, showFacts } from './facts-page.tsx';
import { checkRoutes, showChecks } from './form/checks-page.tsx';
import { computedRoutes } from './form/computed-section.ts';
import { showOutline } from './form/outline-page.tsx';
import { pageRoutes } from './form/page-section.ts';
import { questionRoutes } from './form/question-routes.tsx';
import { showHistory } from './history-page.tsx';
import { showHome } from './home-page.tsx';
import { importRoutes } from './import/import-routes.ts';
import { moveRoutes } from './move/move-routes.ts';
import { newRoutes } from './new-page.tsx';
import { showOverview } from './overview-page.tsx';
import { drawingRoutes } from './process/drawing-page.tsx';
import { showProcess } from './process/process-page.tsx';
import { stepRoutes } from './process/step-section.ts';
import { paperRoutes, showPapers } from './papers-page.tsx';
import { home } from './places.ts';
import { precheckRoutes, showPrecheck } from './precheck-page.tsx';
import { showPreview } from './preview/preview-page.tsx';
import { trialRoutes } from './preview/trial-routes.tsx';
import { procedureRoutes } from './procedure-page.tsx';
import { showReview } from './review-page.tsx';
import { replayRoutes } from './replay/replay-routes.tsx';
import { reviewRoutes } from './review-routes.ts';
import { simulationRoutes } from './simulation/simulation-routes.ts';
import { columnRoutes, showColumns } from './rules/columns-page.tsx';
import { formulaRoutes } from './rules/formula-section.ts';
import { showRules } from './rules/rules-page.tsx';
import { tableRoutes } from './rules/table-routes.tsx';
import { previewRoutes } from './template/preview-route.ts';
import { templateRoutes } from './template/template-page.tsx';
import { textRoutes } from './text-page.tsx';
import { layOut, type Bench, type Workbench } from './workbench.ts';

type Page = Shown | Refusal;

/** All pages of the studio. */
export function studioRoutes(workbench: Workbench): Route[] {
  const look =
    (show: (tx: Tx, visit: Visit, bench: Bench) => Page | Promise<Page>) =>
    async (tx: Tx, visit: Visit): Promise<Page> => {
      const bench = await layOut(tx, visit, workbench);
      return isRefusal(bench) ? bench : show(tx, visit, bench);
    };
  return [
    get(home, reviewers, showHome),
    ...newRoutes(),
    ...procedureRoutes(),
    ...moveRoutes(workbench),
    ...importRoutes(workbench),
    ...bundleRoutes(workbench),
    get(`${home}/:id`, reviewers, look(showOverview)),
    get(
      `${home}/:id/kiem-tra`,
      reviewers,
      look((_tx, visit, bench) => showCheck(visit, bench)),
    ),
    get(`${home}/:id/duyet`, reviewers, look(showReview)),
    get(`${home}/:id/khac-biet`, reviewers, look(showDifferences)),
    get(`${home}/:id/lich-su`, reviewers, look(showHistory)),
    get(
      `${home}/:id/thong-tin`,
      reviewers,
      look((_tx, visit, bench) => showFacts(visit, bench)),
    ),
    ...factsRoutes(workbench),
    get(
      `${home}/:id/giay-to`,
      reviewers,
      look((_tx, visit, bench) => showPapers(visit, bench)),
    ),
    ...paperRoutes(workbench),
    get(
      `${home}/:id/hoi-truoc`,
      reviewers,
      look((_tx, visit, bench) => showPrecheck(visit, bench)),
    ),
    ...precheckRoutes(workbench),
    get(
      `${home}/:id/to-khai`,
      reviewers,
      look((_tx, visit, bench) => showOutline(visit, bench)),
    ),
    get(
      `${home}/:id/to-khai/doi-chieu`,
      reviewers,
      look((_tx, visit, bench) => showChecks(visit, bench)),
    ),
    ...pageRoutes(workbench),
    ...questionRoutes(workbench),
    ...computedRoutes(workbench),
    ...checkRoutes(workbench),
    get(
      `${home}/:id/quy-tac`,
      reviewers,
      look((_tx, visit, bench) => showRules(visit, bench)),
    ),
    get(
      `${home}/:id/quy-tac/:bang/cot`,
      reviewers,
      look((_tx, visit, bench) => showColumns(visit, bench)),
    ),
    ...tableRoutes(workbench),
    ...formulaRoutes(workbench),
    ...columnRoutes(workbench),
    get(
      `${home}/:id/quy-trinh`,
      reviewers,
      look((_tx, visit, bench) => showProcess(visit, bench)),
    ),
    ...stepRoutes(workbench),
    ...drawingRoutes(workbench),
    get(
      `${home}/:id/vi-du`,
      reviewers,
      look((_tx, visit, bench) => showExamples(visit, bench)),
    ),
    ...exampleRoutes(workbench),
    get(
      `${home}/:id/xem-thu`,
      reviewers,
      look((_tx, visit, bench) => showPreview(visit, bench)),
    ),
    ...trialRoutes(workbench),
    ...templateRoutes(workbench),
    ...previewRoutes(workbench),
    ...replayRoutes(workbench),
    ...simulationRoutes(workbench),
    ...reviewRoutes(workbench),
    ...textRoutes(workbench),
  ];
}
