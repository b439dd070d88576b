import type { CompiledProcess, Expression, Node } from '../bpmn/graph.ts';

/**
 * Whether a condition looks at nothing but the outcome of the latest step, as `outcome = "approve"` does. The
 * proof evaluates such conditions instead of choosing freely, so a forgotten outcome is found.
 */
export function isAboutOutcome(expression: Expression): boolean {
  const rest = expression.text
    .replace(/"[^"\\]*"/g, ' ')
    .replace(/!=|[=(),[\]]/g, ' ')
    .replace(/\b(outcome|or|and|not|in|list contains)\b/g, ' ');
  return rest.trim() === '' && /\boutcome\b/.test(expression.text);
}

/** Nodes that a token passes in the step in which it comes. */
const passing = new Set(['start', 'pass', 'exclusive', 'inclusive', 'parallel', 'throw']);

/**
 * Whether some condition about the outcome may be evaluated in a later step than the one that set it; then the
 * outcome is part of a marking, else it can be forgotten.
 */
export function remembersOutcome(compiled: CompiledProcess): boolean {
  return compiled.nodes
    .filter((node) => node.out.some((flow) => flow.condition && isAboutOutcome(flow.condition)))
    .some((node) => comesLate(node, new Set()));
}

function comesLate(node: Node, seen: Set<Node>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (node.kind === 'user') return node.multi !== null;
  const isJoin = node.in.length > 1 && (node.kind === 'parallel' || node.kind === 'inclusive');
  if (!passing.has(node.kind) || isJoin) return true;
  return node.in.some((flow) => comesLate(flow.from, seen));
}
