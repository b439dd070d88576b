import type { Node } from '../bpmn/graph.ts';
import { containerOf } from './activity.ts';
import { leave } from './leave.ts';
import { clear, drop, note, type Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * Throws an error in a scope: it climbs to the first sub-process with a boundary event for this code or for any.
 * An error that nobody catches ends the instance as failed (BPMN 2.0.2, section 13.5.4).
 */
export function raiseInScope(run: Run, code: string | null, scope: number): void {
  const token = run.tokens.get(scope);
  if (token) raiseFrom(run, code, token);
  else {
    clear(run, 0);
    run.status = 'failed';
  }
}

/** Throws an error out of an activity. */
export function raiseFrom(run: Run, code: string | null, token: Token): void {
  const host = containerOf(run, token) ?? token;
  const catcher = catcherOf(host.node, code);
  if (!catcher) {
    raiseInScope(run, code, host.scope);
    return;
  }
  drop(run, host.id);
  note(run, 'interrupted', host.node);
  note(run, 'caught', catcher);
  leave(run, catcher, host.scope);
}

function catcherOf(host: Node, code: string | null): Node | undefined {
  const catchers = host.boundary.filter((node) => node.trigger?.type === 'error');
  const codeOf = (node: Node) => (node.trigger?.type === 'error' ? node.trigger.code : null);
  return (
    catchers.find((node) => codeOf(node) !== null && codeOf(node) === code) ??
    catchers.find((node) => codeOf(node) === null)
  );
}
