import { loadDefinition, stepList } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { say, type Lang } from '#/values/text.ts';
import type { Step } from '#/ui/index.ts';
import type { Dossier, State } from './dossier.ts';
import { listOpenSteps } from './process-link.ts';
import { getVersionProcess } from './store/index.ts';

const stopped: ReadonlySet<State> = new Set(['REFUSED_INTAKE', 'WITHDRAWN', 'STOPPED']);

/** The way of a dossier through its process, step by step: what is done, where it is, what comes. */
export async function progressOf(tx: Tx, dossier: Dossier, lang: Lang): Promise<Step[]> {
  const steps = stepList(await loadDefinition(tx, await getVersionProcess(tx, dossier.versionId)));
  const open = new Set((await listOpenSteps(tx, dossier)).map(({ node }) => node));
  const isOver = dossier.state === 'DELIVERED' || stopped.has(dossier.state);
  const firstOpen = isOver ? steps.length : steps.findIndex(({ no }) => open.has(no));
  return steps.map(({ no, name }, index) => ({
    title: say(lang, name),
    state: open.has(no)
      ? 'current'
      : stopped.has(dossier.state)
        ? 'stopped'
        : index < firstOpen || dossier.state === 'DELIVERED'
          ? 'done'
          : 'todo',
  }));
}
