import type { Tx } from '#/platform/db/index.ts';
import type { Text } from '#/values/text.ts';
import type { Node } from '../bpmn/graph.ts';
import { loadDefinition } from '../definition.ts';
import { lockInstance } from '../store/instances.ts';
import { listTimedRows, updateDue } from '../store/tasks.ts';
import { type Timed, timedOf } from '../task.ts';

/** Work or a timer whose due time follows the calendar of an office. */
export interface TimedWait {
  readonly instanceId: string;
  readonly token: number;
  readonly subject: string;
  /** The step that it is, or on which it watches. */
  readonly name: Text;
  readonly timed: Timed;
  readonly openedAt: Date;
  readonly dueAt: Date;
}

/** What waits by an office's calendar in all processes about some subjects. Instants fixed by a model are not in it. */
export async function listTimedWaits(
  tx: Tx,
  subjects: readonly string[],
): Promise<readonly TimedWait[]> {
  const waits: TimedWait[] = [];
  for (const { definitionId, units, node: no, isTask, ...row } of await listTimedRows(
    tx,
    subjects,
  )) {
    const node = (await loadDefinition(tx, definitionId)).byNo.get(no)!;
    if (!isTask && !isOfficeTimer(node)) continue;
    const { instanceId, token, subject, openedAt, dueAt } = row;
    const { name } = node.host ?? node;
    waits.push({ instanceId, token, subject, name, timed: timedOf(node, units), openedAt, dueAt });
  }
  return waits;
}

/** A timer of working hours. The one that waits for a step's silence moves with the step. */
function isOfficeTimer({ trigger }: Node): boolean {
  return trigger?.type === 'timer' && 'hours' in trigger.rule;
}

/** Gives a wait another due time. False when it is over. */
export async function moveWait(
  tx: Tx,
  { instanceId, token, dueAt }: { instanceId: string; token: number; dueAt: Date },
): Promise<boolean> {
  const instance = await lockInstance(tx, instanceId);
  if (!instance?.isOpen) return false;
  return updateDue(tx, instanceId, token, dueAt);
}
