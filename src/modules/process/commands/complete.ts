import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Vars } from '../bpmn/graph.ts';
import { lockInstance, sendChange } from '../store/instances.ts';
import { parseTaskId } from '../task.ts';
import { advance, type Circumstances, type Held, holdTokens, type Moved } from './advance.ts';

/** Completes a step with one of its outcomes. Of several who try, exactly one succeeds. */
export async function completeTask(
  tx: Tx,
  task: {
    taskId: string;
    outcome: string;
    vars?: Vars | undefined;
    by: string | null;
  } & Circumstances,
): Promise<Moved | Refusal> {
  const held = await holdTask(tx, task.taskId);
  if (isRefusal(held)) return held;
  const { token, ...instance } = held;
  if (held.instance.suspendedAt) return refuse('process.suspended');
  if (token.assignee !== null && task.by !== null && token.assignee !== task.by) {
    return refuse('process.already-claimed', { holder: token.assignee });
  }
  const allowed = token.node.step!.outcomes;
  if (!allowed.includes(task.outcome)) {
    return refuse('process.unknown-outcome', {
      outcome: task.outcome,
      allowed: allowed.join(', '),
    });
  }
  const { outcome, vars = {} } = task;
  const done = { type: 'complete', token: token.id, outcome, vars } as const;
  return advance(tx, instance, done, task, sendChange);
}

/** Takes the lock of a step's instance and reads it. */
async function holdTask(
  tx: Tx,
  taskId: string,
): Promise<(Held & { readonly token: Held['tokens'][number] }) | Refusal> {
  const name = parseTaskId(taskId);
  const instance = name && (await lockInstance(tx, name.instanceId));
  if (!instance?.isOpen) return refuse('process.task-gone');
  const held = await holdTokens(tx, instance);
  const token = held.tokens.find(({ id, kind }) => id === name!.token && kind === 'user');
  return token ? { ...held, token } : refuse('process.task-gone');
}
