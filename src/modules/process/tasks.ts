import type { Tx } from '#/platform/db/index.ts';
import { loadDefinition } from './definition.ts';
import { listTaskRows } from './store/tasks.ts';
import { openTask, type OpenTask } from './task.ts';

/** The steps that wait for somebody in all processes about one subject, oldest first. */
export async function listOpenTasks(tx: Tx, subject: string): Promise<readonly OpenTask[]> {
  const tasks: OpenTask[] = [];
  for (const { definitionId, ...facts } of await listTaskRows(tx, subject)) {
    tasks.push(openTask(await loadDefinition(tx, definitionId), facts));
  }
  return tasks;
}
