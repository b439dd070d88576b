import type { Tx } from '#/platform/db/index.ts';
import {
  attempt,
  listDueTimers,
  postpone,
  type DueTimer,
  type TokenName,
} from '../store/clockwork.ts';
import { tryLockInstance } from '../store/instances.ts';
import { listCrossed } from '../store/messages.ts';
import {
  advance,
  type DueOf,
  type Held,
  holdTokens,
  keptHappening,
  type Moved,
} from './advance.ts';

/** What a tick needs from those whom the processes are about. */
export interface Follower {
  /**
   * Takes the lock of a subject, if nobody has it. Whoever acts on a case locks it before its instance; time has to do
   * the same, or the two would wait for each other.
   */
  hold?(tx: Tx, subject: string): Promise<boolean>;
  /** The calendar by which new work about this subject is due. */
  dueOf?(tx: Tx, subject: string): Promise<DueOf>;
  /** Told, in the same transaction, of every instance that time or a message has moved. */
  moved?(tx: Tx, moved: Moved, at: Date): Promise<void>;
}

/** How long a timer rests whose instance could not go on. */
const rest = 3_600_000;

/** Fires timers that are due, each in a savepoint: one broken instance does not hold up the others. */
export async function fireDueTimers(
  tx: Tx,
  at: Date,
  follower: Follower = {},
  limit = 100,
): Promise<{ seen: number; moved: readonly Moved[] }> {
  const due = await listDueTimers(tx, at, limit);
  const moved: Moved[] = [];
  for (const name of due) {
    const outcome = await attempt(tx, () => fireTimer(tx, name, at, follower));
    if (outcome instanceof Error) {
      await attempt(tx, () => putToRest(tx, name, at, outcome.message));
    } else if (outcome) moved.push(outcome);
  }
  return { seen: due.length, moved };
}

/** The failed try let go of the instance; if somebody else holds it now, the next tick tries again. */
async function putToRest(tx: Tx, name: TokenName, at: Date, fault: string): Promise<void> {
  if (!(await tryLockInstance(tx, name.instanceId))) return;
  await postpone(tx, name, new Date(at.getTime() + rest), fault);
}

async function fireTimer(
  tx: Tx,
  { instanceId, token, subject }: DueTimer,
  at: Date,
  follower: Follower,
) {
  const held = await tryHold(tx, instanceId, subject, follower);
  const timer = held?.tokens.find(({ id, kind }) => id === token && kind === 'timer');
  if (!held || !timer || timer.dueAt === null || timer.dueAt > at) return undefined;
  return goOn(tx, held, { type: 'fire', token }, at, follower);
}

/** Delivers kept messages whose wait began in a transaction that had not seen them, or was suspended. */
export async function deliverCrossedMessages(
  tx: Tx,
  at: Date,
  follower: Follower = {},
  limit = 100,
): Promise<readonly Moved[]> {
  const moved: Moved[] = [];
  for (const crossed of await listCrossed(tx, limit)) {
    const outcome = await attempt(tx, () => deliverTo(tx, crossed, at, follower));
    if (outcome && !(outcome instanceof Error)) moved.push(outcome);
  }
  return moved;
}

async function deliverTo(
  tx: Tx,
  { instanceId, subject }: { readonly instanceId: string; readonly subject: string },
  at: Date,
  follower: Follower,
) {
  const held = await tryHold(tx, instanceId, subject, follower);
  if (!held) return undefined;
  const { next, vars } = held.instance;
  const state = { status: 'open', next, vars, tokens: held.tokens } as const;
  const happening = await keptHappening(tx, instanceId, state, held.tokens, at);
  return happening && goOn(tx, held, happening, at, follower);
}

/** An instance that nobody else holds and that runs; what is busy now comes at the next tick. */
async function tryHold(
  tx: Tx,
  instanceId: string,
  subject: string,
  follower: Follower,
): Promise<Held | undefined> {
  if (follower.hold && !(await follower.hold(tx, subject))) return undefined;
  const instance = await tryLockInstance(tx, instanceId);
  return instance?.isOpen && !instance.suspendedAt ? holdTokens(tx, instance) : undefined;
}

async function goOn(
  tx: Tx,
  held: Held,
  happening: Parameters<typeof advance>[2],
  at: Date,
  follower: Follower,
): Promise<Moved> {
  const dueOf = await follower.dueOf?.(tx, held.instance.subject);
  const moved = await advance(tx, held, happening, { at, dueOf });
  await follower.moved?.(tx, moved, at);
  return moved;
}
