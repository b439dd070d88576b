import { listOpenTasks, listPositions, stepList, type OpenTask } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import type { Step } from '#/ui/index.ts';
import { isEnded, type Dossier } from './dossier.ts';
import { processOf } from './process-of.ts';

/** A part of another agency runs by a clock of its own; what its silence means is said beside. */
function noteOf(task: OpenTask | undefined, lang: Lang): string | undefined {
  if (!task?.dueAt || (task.kind !== 'leg' && task.kind !== 'consult')) return undefined;
  const due = say(lang, fill(words.due, { at: formatInstant(task.dueAt, lang) }));
  return task.atDue === 'agree' ? `${due} · ${say(lang, words.deemed)}` : due;
}

const words = {
  due: text('Hạn của cơ quan này: {at}', 'Due from this agency: {at}'),
  deemed: text('không trả lời thì coi như đồng ý', 'silence counts as consent'),
} as const;

/**
 * The way of a dossier through its process: what is done, where it is, what comes. Steps that this dossier did not
 * need are left out once it has passed them, and all behind the one at which it stopped; what was sent back is to be
 * done again.
 */
export async function progressOf(tx: Tx, dossier: Dossier, lang: Lang): Promise<Step[]> {
  const steps = stepList(await processOf(tx, dossier));
  const tasks = await listOpenTasks(tx, dossier.id);
  const open = new Set(tasks.map(({ node }) => node));
  const done = new Set((await listPositions(tx, dossier.id)).flatMap((position) => position.done));
  const reached = open.size === 0 ? steps.length : steps.findLastIndex(({ no }) => open.has(no));
  const isHalted = open.size === 0 && isEnded(dossier.state) && dossier.state !== 'DELIVERED';
  function stateOf({ no, kind }: (typeof steps)[number], index: number): Step['state'] {
    if (open.has(no)) return 'current';
    if (done.has(no) && (index < reached || kind === 'leg' || kind === 'consult')) return 'done';
    if (isHalted) return 'stopped';
    return index < reached ? undefined : 'todo';
  }
  const way = steps
    .map((step, index) => ({
      title: say(lang, step.name),
      state: stateOf(step, index),
      note: noteOf(
        tasks.find(({ node }) => node === step.no),
        lang,
      ),
    }))
    .filter(({ state }) => state !== undefined);
  const stop = way.findIndex(({ state }) => state === 'stopped');
  return stop === -1 ? way : way.slice(0, stop + 1);
}
