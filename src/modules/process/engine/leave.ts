import type { Flow, Node, Vars } from '../bpmn/graph.ts';
import { type Run, varsIn } from './run.ts';
import { EngineFault } from './state.ts';

/** Sends tokens out of a node, by the flows that its kind and their conditions choose. */
export function leave(run: Run, node: Node, scope: number): void {
  for (const flow of chosen(run, node, varsIn(run, scope))) {
    run.queue.push({ node: flow.to, scope, flow });
  }
}

function chosen(run: Run, node: Node, vars: Vars): readonly Flow[] {
  const taken =
    node.kind === 'exclusive'
      ? firstTrue(run, node, vars)
      : node.out.filter((flow) => isTaken(run, flow, vars));
  if (taken.length > 0) return taken;
  const fallback = node.out.filter((flow) => flow.isDefault);
  if (fallback.length > 0) return fallback;
  throw new EngineFault(
    node.id,
    'Không có đường ra nào đúng điều kiện và không có đường mặc định',
    'No outgoing flow has a true condition and there is no default flow',
  );
}

function firstTrue(run: Run, node: Node, vars: Vars): readonly Flow[] {
  const first = node.out.find((flow) => isTaken(run, flow, vars));
  return first ? [first] : [];
}

function isTaken(run: Run, flow: Flow, vars: Vars): boolean {
  if (flow.isDefault) return false;
  return flow.condition === null || run.rules.takes(flow, vars);
}
