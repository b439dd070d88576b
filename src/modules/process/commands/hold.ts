import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { loadDefinition } from '../definition.ts';
import { lockInstance } from '../store/instances.ts';
import { findTaskRow, type TaskRow, updateAssignee, updateDue } from '../store/tasks.ts';
import { openTask, type OpenTask, parseTaskId } from '../task.ts';

/** Takes a step for oneself. Refuses with the holder's account when somebody else has it. */
export async function claimTask(
  tx: Tx,
  { taskId, by }: { taskId: string; by: string },
): Promise<OpenTask | Refusal> {
  return give(tx, taskId, by, (holder) => holder === null || holder === by);
}

/** Gives a step to an account, whoever has it; the caller has checked that the actor may. */
export async function assignTask(
  tx: Tx,
  { taskId, to }: { taskId: string; to: string },
): Promise<OpenTask | Refusal> {
  return give(tx, taskId, to, () => true);
}

/** Gives a step back to everyone of its role; only its holder may. */
export async function releaseTask(
  tx: Tx,
  { taskId, by }: { taskId: string; by: string },
): Promise<OpenTask | Refusal> {
  return give(tx, taskId, null, (holder) => holder === null || holder === by);
}

/** Gives a step that waits another due time, as when its case gets a longer deadline. */
export async function postponeTask(
  tx: Tx,
  { taskId, dueAt }: { taskId: string; dueAt: Date },
): Promise<OpenTask | Refusal> {
  const row = await holdRow(tx, taskId);
  if (isRefusal(row)) return row;
  await updateDue(tx, row.instanceId, row.token, dueAt);
  const { definitionId, ...facts } = row;
  return openTask(await loadDefinition(tx, definitionId), { ...facts, dueAt });
}

async function give(
  tx: Tx,
  taskId: string,
  to: string | null,
  isFree: (holder: string | null) => boolean,
): Promise<OpenTask | Refusal> {
  const row = await holdRow(tx, taskId);
  if (isRefusal(row)) return row;
  if (!isFree(row.assignee)) return refuse('process.already-claimed', { holder: row.assignee! });
  await updateAssignee(tx, row.instanceId, row.token, to);
  const { definitionId, ...facts } = row;
  return openTask(await loadDefinition(tx, definitionId), { ...facts, assignee: to });
}

/** Always the instance before its token: the order of locks that every step keeps. */
async function holdRow(tx: Tx, taskId: string): Promise<TaskRow | Refusal> {
  const name = parseTaskId(taskId);
  const instance = name && (await lockInstance(tx, name.instanceId));
  if (!instance?.isOpen) return refuse('process.task-gone');
  return (await findTaskRow(tx, name!.instanceId, name!.token)) ?? refuse('process.task-gone');
}
