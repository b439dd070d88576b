import type { Node } from '../bpmn/graph.ts';
import { put, type Run, varsIn } from './run.ts';
import type { Token } from './state.ts';

/** Puts a token that waits for the timer, message or signal of an event. */
export function putWait(run: Run, node: Node, scope: number, more: Partial<Token>): Token {
  const trigger = node.trigger;
  const vars = varsIn(run, scope);
  if (trigger?.type === 'timer') {
    const { rule } = trigger;
    const dueAt = run.rules.timerDue(node, rule, run.at, vars);
    const index = 'cycle' in rule ? rule.cycle.times : null;
    return put(run, { node, scope, kind: 'timer', dueAt, index, ...more });
  }
  if (trigger?.type === 'message') {
    return put(run, { node, scope, kind: 'message', key: run.rules.keyOf(trigger, vars), ...more });
  }
  if (trigger?.type === 'signal') {
    return put(run, { node, scope, kind: 'signal', key: trigger.name, ...more });
  }
  throw new Error(`${node.id} waits for nothing that the engine knows`);
}

/** Events that nothing waits for: they are thrown. */
const thrown = new Set(['error', 'escalation', 'compensation']);

/** Arms the boundary events of an activity that has just begun. */
export function armBoundary(run: Run, host: Token): void {
  for (const node of host.node.boundary) {
    if (node.trigger && thrown.has(node.trigger.type)) continue;
    putWait(run, node, host.scope, { parent: host.id });
  }
}
