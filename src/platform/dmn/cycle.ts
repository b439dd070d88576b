import { text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';
import { requirementsOf } from './graph.ts';
import type { Graph, Node } from './graph.ts';

/** Finds a decision that needs itself, directly or through others. */
export function findCycle(graph: Graph): DmnFault | undefined {
  const done = new Set<Node>();
  const path: Node[] = [];
  const visit = (node: Node): DmnFault | undefined => {
    if (done.has(node) || node.is !== 'decision') return undefined;
    if (path.includes(node)) return cycleFault(path.slice(path.indexOf(node)));
    path.push(node);
    for (const href of requirementsOf(node)) {
      const found = visit(graph.find(href, node.model, node.of));
      if (found !== undefined) return found;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of graph.nodes) {
    const found = visit(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function cycleFault(cycle: readonly Node[]): DmnFault {
  const names = cycle.map(({ of }) => of.name).join(' → ');
  const { name = '', line = 1, column = 1 } = cycle[0]?.of ?? {};
  return new DmnFault(
    text(
      `Các quyết định cần lẫn nhau thành vòng: ${names}.`,
      `Decisions need each other in a circle: ${names}.`,
    ),
    { element: name, line, column },
  );
}
