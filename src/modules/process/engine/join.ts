import type { Flow, Node } from '../bpmn/graph.ts';
import { leave } from './leave.ts';
import { entriesReached } from './reach.ts';
import { drop, note, put, type Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * An arrival at a parallel or inclusive gateway. Arrivals remember the flow that they came by: a loop may bring
 * two over one flow, and the second belongs to the next round, not to this one.
 */
export function arriveAtJoin(run: Run, node: Node, scope: number, flow: Flow | null): void {
  if (node.in.length < 2) {
    pass(run, node, scope);
    return;
  }
  put(run, { node, kind: 'join', scope, index: flow?.entry ?? 0 });
  if (node.kind === 'parallel' && firsts(run, node, scope).length === node.in.length)
    fire(run, node, scope);
}

/**
 * Fires one inclusive join that need not wait any longer and says whether there was one. To be asked whenever
 * nothing moves any more, because a token that ends elsewhere frees a join at which nothing arrives.
 */
export function fireInclusive(run: Run): boolean {
  for (const token of run.tokens.values()) {
    if (token.kind !== 'join' || token.node.kind !== 'inclusive') continue;
    if (mustWait(run, token.node, token.scope)) continue;
    fire(run, token.node, token.scope);
    return true;
  }
  return false;
}

/**
 * BPMN 2.0.2, section 13.4.3: a join waits for a token that can reach an entry where nothing has arrived yet,
 * unless that token can as well reach an entry where something has.
 */
function mustWait(run: Run, join: Node, scope: number): boolean {
  const arrived = new Set(firsts(run, join, scope).map((token) => token.index));
  return [...run.tokens.values()].some((token) => {
    if (token.scope !== scope || token.node === join || token.node.kind === 'boundary')
      return false;
    const entries = entriesReached(join, token.node);
    return (
      entries.some((entry) => !arrived.has(entry)) && !entries.some((entry) => arrived.has(entry))
    );
  });
}

function fire(run: Run, node: Node, scope: number): void {
  for (const token of firsts(run, node, scope)) drop(run, token.id);
  pass(run, node, scope);
}

function pass(run: Run, node: Node, scope: number): void {
  note(run, 'left', node);
  leave(run, node, scope);
}

/** The earliest arrival at each entry. */
function firsts(run: Run, node: Node, scope: number): readonly Token[] {
  const first = new Map<number | null, Token>();
  for (const token of run.tokens.values()) {
    if (token.kind !== 'join' || token.node !== node || token.scope !== scope) continue;
    if (!first.has(token.index)) first.set(token.index, token);
  }
  return [...first.values()];
}
