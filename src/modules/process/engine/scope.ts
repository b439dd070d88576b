import { type Node, startOf } from '../bpmn/graph.ts';
import { put, type Run } from './run.ts';
import type { Token } from './state.ts';
import { putWait } from './wait.ts';

/** Opens a sub-process and starts what is in it. */
export function enterScope(run: Run, node: Node, scope: number, member: Partial<Token>): Token {
  const inner = openScope(run, node, scope, member);
  run.queue.push({ node: startOf(run.compiled, node), scope: inner.id, flow: null });
  return inner;
}

/** Opens a sub-process without starting anything in it; its event sub-processes listen from now on. */
export function openScope(run: Run, node: Node, scope: number, member: Partial<Token>): Token {
  const inner = put(run, { node, scope, kind: 'scope', ...member });
  armEvents(run, node, inner.id);
  return inner;
}

/** Lets the event sub-processes of a container listen. Errors and escalations are not waited for: they are thrown. */
export function armEvents(run: Run, container: Node | null, scope: number): void {
  for (const start of eventStarts(run, container)) {
    const { type } = start.trigger!;
    if (type !== 'error' && type !== 'escalation') putWait(run, start, scope, {});
  }
}

/** The start events of the event sub-processes of a container. */
export function eventStarts(run: Run, container: Node | null): readonly Node[] {
  return run.compiled.eventStarts.get(container) ?? [];
}

/** Whether anything is left to do in a scope. Event sub-processes that only listen and records do not keep it open. */
export function isAlive(run: Run, scope: number): boolean {
  for (const token of run.tokens.values()) {
    if (token.scope === scope && token.node.kind !== 'start' && token.kind !== 'record')
      return true;
  }
  return false;
}
