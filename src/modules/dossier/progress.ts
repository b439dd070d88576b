import { listPositions, loadDefinition, stepList, listOpenTasks } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { say, type Lang } from '#/values/text.ts';
import type { Step } from '#/ui/index.ts';
import { isEnded, type Dossier } from './dossier.ts';
import { getVersionProcess } from './store/index.ts';

/**
 * The way of a dossier through its process: what is done, where it is, what comes. Steps that this dossier did not
 * need are left out once it has passed them, and all behind the one at which it stopped; what was sent back is to be
 * done again.
 */
export async function progressOf(tx: Tx, dossier: Dossier, lang: Lang): Promise<Step[]> {
  const steps = stepList(await loadDefinition(tx, await getVersionProcess(tx, dossier.versionId)));
  const open = new Set((await listOpenTasks(tx, dossier.id)).map(({ node }) => node));
  const done = new Set((await listPositions(tx, dossier.id)).flatMap((position) => position.done));
  const reached = open.size === 0 ? steps.length : steps.findLastIndex(({ no }) => open.has(no));
  const isHalted = open.size === 0 && isEnded(dossier.state) && dossier.state !== 'DELIVERED';
  function stateOf({ no, kind }: (typeof steps)[number], index: number): Step['state'] {
    if (open.has(no)) return 'current';
    if (done.has(no) && (index < reached || kind === 'leg')) return 'done';
    if (isHalted) return 'stopped';
    return index < reached ? undefined : 'todo';
  }
  const way = steps
    .map((step, index) => ({ title: say(lang, step.name), state: stateOf(step, index) }))
    .filter(({ state }) => state !== undefined);
  const stop = way.findIndex(({ state }) => state === 'stopped');
  return stop === -1 ? way : way.slice(0, stop + 1);
}
