import type { Node } from '../bpmn/graph.ts';
import { containerOf } from './activity.ts';
import { enterEventSubProcess } from './catch.ts';
import { leave } from './leave.ts';
import { clear, drop, note, type Run } from './run.ts';
import { eventStarts } from './scope.ts';
import type { Token } from './state.ts';

type Thrown = 'error' | 'escalation';

/**
 * Throws an error in a scope: it climbs to the first event sub-process or boundary event for this code or for any.
 * An error that nobody catches ends the instance as failed (BPMN 2.0.2, section 13.5.4).
 */
export function raiseInScope(run: Run, code: string | null, scope: number): void {
  if (climb(run, 'error', code, scope, null) !== 'uncaught') return;
  clear(run, 0);
  run.status = 'failed';
}

/** Throws an error out of an activity. */
export function raiseFrom(run: Run, code: string | null, token: Token): void {
  const host = containerOf(run, token) ?? token;
  const catcher = matching(host.node.boundary, 'error', code);
  if (catcher) catchAtBoundary(run, catcher, host);
  else raiseInScope(run, code, host.scope);
}

/** Throws an escalation in a scope and says whether whoever threw it goes on: one that nobody catches harms nothing. */
export function escalate(run: Run, code: string | null, scope: number): boolean {
  return climb(run, 'escalation', code, scope, null) !== 'interrupted';
}

type Climbed = 'interrupted' | 'noticed' | 'uncaught';

/** `from` is the sub-process that it comes out of: an event sub-process does not catch what it throws itself. */
function climb(
  run: Run,
  type: Thrown,
  code: string | null,
  scope: number,
  from: Node | null,
): Climbed {
  const token = run.tokens.get(scope);
  const starts = eventStarts(run, token?.node ?? null).filter((start) => start.parent !== from);
  const start = matching(starts, type, code);
  if (start) {
    note(run, 'caught', start);
    enterEventSubProcess(run, start, scope);
    return start.interrupting ? 'interrupted' : 'noticed';
  }
  if (!token) return 'uncaught';
  const host = containerOf(run, token) ?? token;
  const catcher = matching(host.node.boundary, type, code);
  if (!catcher) return climb(run, type, code, host.scope, token.node);
  catchAtBoundary(run, catcher, host);
  return catcher.interrupting ? 'interrupted' : 'noticed';
}

function catchAtBoundary(run: Run, catcher: Node, host: Token): void {
  if (catcher.interrupting) {
    drop(run, host.id);
    note(run, 'interrupted', host.node);
  }
  note(run, 'caught', catcher);
  leave(run, catcher, host.scope);
}

/** The event for exactly this code, else one for any. */
function matching(events: readonly Node[], type: Thrown, code: string | null): Node | undefined {
  const codes = events.flatMap((event) =>
    event.trigger?.type === type ? [{ event, code: event.trigger.code }] : [],
  );
  const exact = codes.find((one) => one.code !== null && one.code === code);
  return (exact ?? codes.find((one) => one.code === null))?.event;
}
