import type { Node } from '../bpmn/graph.ts';

const cache = new WeakMap<Node, ReadonlyMap<Node, readonly number[]>>();

/** The entries of a join that a token at `from` can still come to without passing the join itself. */
export function entriesReached(join: Node, from: Node): readonly number[] {
  let reached = cache.get(join);
  if (!reached) {
    reached = search(join);
    cache.set(join, reached);
  }
  return reached.get(from) ?? [];
}

function search(join: Node): ReadonlyMap<Node, readonly number[]> {
  const reached = new Map<Node, number[]>();
  for (const { from, entry } of join.in) {
    for (const node of ancestors(from, join)) {
      reached.set(node, [...(reached.get(node) ?? []), entry]);
    }
  }
  return reached;
}

/** All nodes from which `start` can be reached without passing `barrier`, with `start` itself. */
function ancestors(start: Node, barrier: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open = [start];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node === barrier || found.has(node)) continue;
    found.add(node);
    open.push(...before(node));
  }
  return found;
}

/** The nodes that a token may have been at just before: over flows, boundary events and links. */
function before(node: Node): readonly Node[] {
  const sources = node.in.map((flow) => flow.from);
  if (node.host) return [...sources, node.host];
  return node.kind === 'catch' ? [...sources, ...node.linked] : sources;
}
