import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { mayJump } from '../access.ts';
import { lockInstance } from '../store/instances.ts';
import { canEndAfter } from '../soundness/jump.ts';
import { advance, type DueOf, type Held, holdTokens, type Moved } from './advance.ts';

const places = new Set(['user', 'job', 'sub-process', 'catch', 'end']);

/**
 * Sends a case to another step, past the model: for a leader of a unit that takes part (`access.ts`), and with a
 * reason, which the history keeps. `leaving` names the steps that this replaces; all of them when omitted. Refuses
 * a place from which the process could not end.
 */
export async function jumpTo(
  tx: Tx,
  actor: Actor,
  jump: {
    instanceId: string;
    element: string;
    leaving?: readonly string[] | undefined;
    reason: string;
    dueOf?: DueOf | undefined;
  },
): Promise<Moved | Refusal> {
  if (jump.reason.trim() === '') return refuse('process.no-reason');
  const instance = await lockInstance(tx, jump.instanceId);
  if (!instance?.isOpen) return refuse('process.ended');
  if (!mayJump(actor, Object.values(instance.units))) return refuse('process.may-not-jump');
  if (instance.suspendedAt) return refuse('process.suspended');
  const held = await holdTokens(tx, instance);
  const to = held.compiled.byId.get(jump.element);
  if (!to || !places.has(to.kind)) return refuse('process.no-such-step', { element: jump.element });
  const leaving = tokensOf(held, jump.leaving);
  if (leaving === undefined) return refuse('process.task-gone');
  const happening = { type: 'jump', leaving, to } as const;
  const state = {
    status: 'open',
    next: instance.next,
    vars: instance.vars,
    tokens: held.tokens,
  } as const;
  if (!canEndAfter(held.compiled, state, happening)) {
    return refuse('process.jump-stuck', { element: jump.element });
  }
  const { reason, dueOf } = jump;
  return advance(tx, held, happening, { at: actor.at, by: actor.accountId, reason, dueOf });
}

/** The tokens to be taken away; undefined when a named step is gone. */
function tokensOf(
  { instance, tokens }: Held,
  taskIds: readonly string[] | undefined,
): number[] | undefined {
  if (taskIds === undefined) {
    // Event sub-processes go on listening.
    return tokens.filter(({ node }) => node.kind !== 'start').map(({ id }) => id);
  }
  const named = tokens.filter(
    ({ id, kind }) => kind === 'user' && taskIds.includes(`${instance.id}.${id}`),
  );
  return named.length === taskIds.length ? named.map(({ id }) => id) : undefined;
}
