import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { editors, reviewers } from '../../access.ts';
import { askSimulation } from '../../commands/ask-simulation.ts';
import { home, placeHref } from '../places.ts';
import { revisionOf } from '../saving.tsx';
import { layOut, type Bench, type Workbench } from '../workbench.ts';
import { showSimulation } from './result-page.tsx';
import { readSetting, simulationForm, typeSetting } from './simulation-form.ts';
import { here, showSimulations, suggestionFor } from './simulation-page.tsx';
import { simulationWords as words } from './simulation-words.ts';

type Look = (tx: Tx, visit: Visit, bench: Bench) => Promise<Shown | Refusal>;

/** Asking for a simulation, and reading what came of it. */
export function simulationRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}`;
  const look = (show: Look) => async (tx: Tx, visit: Visit) => {
    const bench = await layOut(tx, visit, workbench);
    return isRefusal(bench) ? bench : show(tx, visit, bench);
  };
  return [
    get(path, reviewers, look(showSimulations)),
    post(path, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const suggestion = await suggestionFor(tx, bench, visit.now);
      if (isRefusal(suggestion)) return suggestion;
      const questions = simulationForm(suggestion);
      if (revisionOf(body, bench) !== bench.draft.revision) {
        const filled = typeSetting(questions, suggestion.setting);
        return showSimulations(tx, visit, bench, { filled, notice: words.changed });
      }
      const read = readSetting(questions, suggestion, body, visit.now);
      if (!('setting' in read)) return showSimulations(tx, visit, bench, { filled: read });
      const { draft } = bench;
      const { office } = suggestion;
      const asked = await askSimulation(
        tx,
        visit.actor!,
        { draft, office, setting: read.setting },
        workbench,
      );
      return { goTo: placeHref(draft.id, `${here}/${asked.simulationId}`) };
    }),
    get(`${path}/:lan`, reviewers, look(showSimulation)),
  ];
}
