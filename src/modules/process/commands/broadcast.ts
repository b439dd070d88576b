import type { Tx } from '#/platform/db/index.ts';
import { lockInstance } from '../store/instances.ts';
import { takeOutboxRows } from '../store/jobs.ts';
import { listSignalListeners } from '../store/signals.ts';
import { advance, holdTokens, type Moved } from './advance.ts';
import type { Follower } from './tick.ts';

/**
 * Gives a signal to every instance that listens to it now. Nobody else hears of it: signals are not kept. Locks
 * the instances in the order of their ids, so that two signals at once cannot stop each other.
 */
export async function broadcastSignal(
  tx: Tx,
  name: string,
  at: Date,
  follower: Follower = {},
): Promise<readonly Moved[]> {
  const moved: Moved[] = [];
  for (const { instanceId, token } of await listSignalListeners(tx, name)) {
    const instance = await lockInstance(tx, instanceId);
    if (!instance?.isOpen || instance.suspendedAt) continue;
    const held = await holdTokens(tx, instance);
    if (!held.tokens.some(({ id }) => id === token)) continue;
    const dueOf = await follower.dueOf?.(tx, instance.subject);
    const one = await advance(tx, held, { type: 'fire', token }, { at, dueOf });
    await follower.moved?.(tx, one, at);
    moved.push(one);
  }
  return moved;
}

/** Broadcasts the oldest signal that a process has thrown; false when there is none. */
export async function broadcastThrownSignal(
  tx: Tx,
  at: Date,
  follower: Follower = {},
): Promise<boolean> {
  const [signal] = await takeOutboxRows(tx, 'signal', at, 1);
  if (!signal) return false;
  await broadcastSignal(tx, signal.name, at, follower);
  return true;
}
