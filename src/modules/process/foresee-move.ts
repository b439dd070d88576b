import type { Tx } from '#/platform/db/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import type { Text } from '#/values/text.ts';
import type { Node } from './bpmn/graph.ts';
import { holdTokens } from './commands/advance.ts';
import { movedTokens } from './commands/migrate.ts';
import { loadDefinition } from './definition.ts';
import type { ElementMap } from './soundness/counterpart.ts';
import { getDefinition } from './store/definitions.ts';
import { getInstance } from './store/instances.ts';
import { listStands } from './store/stands.ts';

/** An element at which cases wait. */
export interface WaitingElement {
  readonly id: string;
  readonly name: Text;
  /** Elements of the other version that could stand for it: the same kind of wait. The first is what it is by itself. */
  readonly candidates: readonly { readonly id: string; readonly name: Text }[];
}

/** Open cases of one version that wait at the same places, and what a move would make of them. */
export interface ForeseenMove {
  readonly version: number;
  readonly cases: number;
  readonly waits: readonly { readonly id: string; readonly name: Text; readonly to: Text | null }[];
  readonly refusal: Refusal | null;
}

/**
 * What moving all open cases of a process to one of its versions would come to, by the versions that they run on and the
 * places where they wait. Nothing is moved. One case of each place is tried, which stands for the others: conditions
 * are taken as free in judging whether a process can end.
 */
export async function foreseeMove(
  tx: Tx,
  { definitionId, map }: { readonly definitionId: string; readonly map: ElementMap },
): Promise<{
  readonly moves: readonly ForeseenMove[];
  readonly elements: readonly WaitingElement[];
}> {
  const { key } = await getDefinition(tx, definitionId);
  const target = await loadDefinition(tx, definitionId);
  const moves: ForeseenMove[] = [];
  const elements = new Map<string, WaitingElement>();
  for (const { version, cases, sample } of await listStands(tx, key, definitionId)) {
    const held = await holdTokens(tx, await getInstance(tx, sample));
    const moved = movedTokens(held, target, map);
    const waiting = held.tokens.filter(({ kind }) => kind !== 'join' && kind !== 'record');
    for (const { node } of waiting) {
      if (!elements.has(node.id))
        elements.set(node.id, { ...told(node), candidates: alike(node, [...target.nodes]) });
    }
    moves.push({
      version,
      cases,
      waits: waiting.map(({ node }) => ({
        ...told(node),
        to: target.byId.get(map[node.id] ?? node.id)?.name ?? null,
      })),
      refusal: 'refused' in moved ? moved : null,
    });
  }
  return { moves, elements: [...elements.values()] };
}

function told({ id, name }: Node) {
  return { id, name };
}

function alike(node: Node, nodes: readonly Node[]) {
  const fitting = nodes.filter(({ kind }) => kind === node.kind);
  const same = fitting.filter(({ id }) => id === node.id);
  return [...same, ...fitting.filter(({ id }) => id !== node.id)].map(told);
}
