import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { loadDefinition } from '../definition.ts';
import { lockInstance } from '../store/instances.ts';
import { insertQuietStep, listDueTokens, pauseInstance, unpauseInstance } from '../store/pauses.ts';
import { type Timed, timedOf } from '../task.ts';

/** Moves the due time of work over a pause, by the calendar of its office; `from` is when this work's pause began. */
export type Shift = (dueAt: Date, from: Date, resumedAt: Date, timed: Timed) => Date;

/** Stops an instance where it stands. Nothing can be completed and no time runs until it is resumed. */
export async function suspendInstance(
  tx: Tx,
  pause: { instanceId: string; at: Date; by: string | null; reason?: string | undefined },
): Promise<{ suspendedAt: Date } | Refusal> {
  const instance = await lockInstance(tx, pause.instanceId);
  if (!instance?.isOpen) return refuse('process.ended');
  if (instance.suspendedAt) return refuse('process.suspended');
  await pauseInstance(tx, instance.id, pause.at);
  await insertQuietStep(tx, {
    instanceId: instance.id,
    deed: 'suspended',
    actor: pause.by,
    reason: pause.reason ?? null,
    at: pause.at,
  });
  return { suspendedAt: pause.at };
}

/** Lets an instance run again; its due times move as `shift` says. Messages that came meanwhile are delivered soon. */
export async function resumeInstance(
  tx: Tx,
  pause: { instanceId: string; at: Date; by: string | null; shift: Shift },
): Promise<{ suspendedAt: Date } | Refusal> {
  const instance = await lockInstance(tx, pause.instanceId);
  if (!instance?.isOpen) return refuse('process.ended');
  const { suspendedAt } = instance;
  if (!suspendedAt) return refuse('process.not-suspended');
  const compiled = await loadDefinition(tx, instance.definitionId);
  const tokens = await listDueTokens(tx, instance.id);
  const shifted = tokens.map(({ id, node, dueAt, createdAt }) => {
    const from = createdAt > suspendedAt ? createdAt : suspendedAt;
    const timed = timedOf(compiled.byNo.get(node)!, instance.units);
    return { id, dueAt: pause.shift(dueAt, from, pause.at, timed) };
  });
  await unpauseInstance(tx, instance.id, shifted);
  await insertQuietStep(tx, {
    instanceId: instance.id,
    deed: 'resumed',
    actor: pause.by,
    reason: null,
    at: pause.at,
  });
  return { suspendedAt };
}
