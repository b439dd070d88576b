import { listOpenTasks, postponeTask } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dueAfterPauses } from '#/values/deadline.ts';
import { say } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';
import type { Pause } from './pauses.ts';
import { calendarsOf } from './step-clock.ts';

/**
 * Gives the steps that wait the longer hours that the model knows for a verified dossier, counted from when each was
 * opened and moved by the pauses since, but no longer than until the dossier itself is due. Steps that open later get
 * their longer hours by themselves. Gives the names of the steps that have more time now.
 */
export async function lengthenSteps(
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'unitId' | 'unitIds'> & { readonly dueAt: Date },
  pauses: readonly Pause[],
  at: Date,
): Promise<string[]> {
  const lengthened: string[] = [];
  const calendars = await calendarsOf(tx, dossier, at);
  for (const task of await listOpenTasks(tx, dossier.id)) {
    const { taskId, name, openedAt, dueAt: dueBefore, hoursExtended } = task;
    if (dueBefore === null || hoursExtended === null) continue;
    const allowance = { qty: hoursExtended, unit: 'WORKING_HOUR' } as const;
    const calendar = calendars(task.unitId ?? dossier.unitId);
    const own = dueAfterPauses(calendar, openedAt, allowance, pauses);
    const dueAt = own < dossier.dueAt ? own : dossier.dueAt;
    if (dueAt <= dueBefore) continue;
    const moved = await postponeTask(tx, { taskId, dueAt });
    if (isRefusal(moved)) throw new Error(`step ${taskId} is gone while its dossier is held`);
    lengthened.push(say('vi', name));
  }
  return lengthened;
}
