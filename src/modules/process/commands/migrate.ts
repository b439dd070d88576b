import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { mayJump } from '../access.ts';
import type { CompiledProcess } from '../bpmn/graph.ts';
import { loadDefinition } from '../definition.ts';
import type { Token } from '../engine/state.ts';
import { counterpart, type ElementMap } from '../soundness/counterpart.ts';
import { canEndFrom } from '../soundness/jump.ts';
import { getDefinition } from '../store/definitions.ts';
import { lockInstance, type LockedInstance } from '../store/instances.ts';
import { updateVersion } from '../store/moves.ts';
import { insertQuietStep } from '../store/pauses.ts';
import { holdTokens, type Held } from './advance.ts';
import { placementIdOf, unitsOf, type UnitOf } from './placement.ts';

/**
 * Moves a running case to another version of its process, where it waits for the same as before. `map` names the
 * elements that are called otherwise there. Refuses when a wait has no counterpart, or when the process could not end
 * from there; a case that is not moved ends on the version that it began on. Steps that wait keep their due times.
 * A job may do it too: it carries out what two people have decided.
 */
export async function migrateInstance(
  tx: Tx,
  actor: Actor,
  move: {
    instanceId: string;
    definitionId: string;
    map?: ElementMap | undefined;
    unitOf: UnitOf;
    reason: string;
  },
): Promise<{ readonly from: string; readonly to: string } | Refusal> {
  const { instanceId, definitionId, map = {}, reason } = move;
  if (reason.trim() === '') return refuse('process.no-reason');
  const instance = await lockInstance(tx, instanceId);
  if (!instance?.isOpen) return refuse('process.ended');
  if (actor.kind !== 'system' && !mayJump(actor, Object.values(instance.units)))
    return refuse('process.may-not-jump');
  const [from, to] = [
    await getDefinition(tx, instance.definitionId),
    await getDefinition(tx, definitionId),
  ];
  if (from.key !== to.key) return refuse('process.other-process');
  const compiled = await loadDefinition(tx, definitionId);
  const moved = movedTokens(await holdTokens(tx, instance), compiled, map);
  if ('refused' in moved) return moved;
  const units = await unitsOf(compiled, move.unitOf);
  const target = { definitionId, placementId: placementIdOf(units), units };
  await updateVersion(
    tx,
    instanceId,
    target,
    moved.map((token) => placeOf(token, units)),
  );
  const { at, accountId } = actor;
  await insertQuietStep(tx, { instanceId, deed: 'moved', actor: accountId, reason, at });
  return { from: instance.definitionId, to: definitionId };
}

/** What a case waits for, at its places in another version; or why it cannot be moved there. */
export function movedTokens(
  {
    instance,
    tokens,
  }: Pick<Held, 'tokens'> & { readonly instance: Pick<LockedInstance, 'next' | 'vars'> },
  compiled: CompiledProcess,
  map: ElementMap,
): Token[] | Refusal {
  const moved: Token[] = [];
  for (const token of tokens) {
    const node = counterpart(token, compiled, map);
    if (node === undefined) return refuse('process.cannot-move', { element: token.node.name.vi });
    moved.push({ ...token, node });
  }
  const { next, vars } = instance;
  const canEnd = canEndFrom(compiled, { status: 'open', next, vars, tokens: moved });
  return canEnd ? moved : refuse('process.move-stuck');
}

function placeOf({ id, node, kind }: Token, units: Readonly<Record<string, string>>) {
  const role = kind === 'user' ? (node.step?.role ?? null) : null;
  return { id, node: node.no, role, unitId: role === null ? null : (units[role] ?? null) };
}
