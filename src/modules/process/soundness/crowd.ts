import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import type { State } from '../engine/state.ts';

/** How many tokens may wait at one place before the exploration stops following them. */
const mostAtOnce = 2;
const mostArrivals = 3;

/** Places of a state at which more waits than one run of the process should bring. */
export function crowdsOf(state: State): readonly Node[] {
  const counts = new Map<string, number>();
  const crowded = new Set<Node>();
  const members = new Set(
    state.tokens.filter((token) => token.kind === 'many').map((token) => token.id),
  );
  for (const token of state.tokens) {
    if (members.has(token.parent) || token.kind === 'record') continue;
    const place = `${token.node.no} ${token.scope} ${token.parent} ${token.kind === 'join' ? token.index : ''}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count > (token.kind === 'join' ? mostArrivals : 1)) crowded.add(token.node);
  }
  return [...crowded];
}

/** Whether a state is crowded beyond what is worth following. */
export function isOvercrowded(state: State): boolean {
  const counts = new Map<Node, number>();
  for (const { node, kind, parent } of state.tokens) {
    if (parent === 0 && kind !== 'join' && kind !== 'record')
      counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return (
    most > mostAtOnce ||
    crowdsOf(state).some((node) => node.kind === 'parallel' || node.kind === 'inclusive')
  );
}

/** Nodes that an event which does not interrupt may bring to life again and again: there a crowd is meant. */
export function repeatable(compiled: CompiledProcess): ReadonlySet<Node> {
  const found = new Set<Node>();
  const besides = compiled.nodes.filter((node) => !node.interrupting);
  const open = besides.map((node) => (node.kind === 'start' ? node.parent! : node));
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...node.out.map((flow) => flow.to), ...node.linked, ...node.boundary);
  }
  return found;
}
