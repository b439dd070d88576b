import type { Node } from '../bpmn/graph.ts';
import { fallSilent, finishActivity } from './activity.ts';
import { leave } from './leave.ts';
import { clear, drop, note, type Run } from './run.ts';
import { enterScope } from './scope.ts';
import type { Token } from './state.ts';
import { putWait } from './wait.ts';

/** What a token waits for has come. */
export function fire(run: Run, token: Token, body: unknown): void {
  const { node } = token;
  if (node.trigger?.type === 'message' && node.trigger.into !== null) {
    run.vars = { ...run.vars, [node.trigger.into]: body ?? null };
  }
  note(run, 'caught', node);
  const parent = run.tokens.get(token.parent);
  if (node.kind === 'user' && parent) fallSilent(run, parent);
  else if (node.kind === 'start') fireEventStart(run, token);
  else if (node.kind === 'boundary' && parent) fireBoundary(run, token, parent);
  else if (parent?.kind === 'event-gateway') {
    drop(run, parent.id);
    leave(run, node, token.scope);
  } else finishActivity(run, token);
}

function fireBoundary(run: Run, token: Token, host: Token): void {
  if (token.node.interrupting) {
    drop(run, host.id);
    note(run, 'interrupted', host.node);
  } else {
    drop(run, token.id);
    rearm(run, token);
  }
  leave(run, token.node, token.scope);
}

function fireEventStart(run: Run, token: Token): void {
  if (!token.node.interrupting) {
    drop(run, token.id);
    rearm(run, token);
  }
  enterEventSubProcess(run, token.node, token.scope);
}

/** Begins an event sub-process; one that interrupts takes all work in its scope away, but not what can be undone. */
export function enterEventSubProcess(run: Run, start: Node, scope: number): void {
  const { parent: node } = start;
  if (start.interrupting) clear(run, scope, 'record');
  note(run, 'entered', node);
  enterScope(run, node!, scope, {});
}

/** A message or signal may come again as long as its host is there; a timer once, or as often as its cycle says. */
function rearm(run: Run, { node, scope, parent, kind, index }: Token): void {
  if (kind !== 'timer') putWait(run, node, scope, { parent });
  else if (node.trigger?.type === 'timer' && 'cycle' in node.trigger.rule) {
    const left = index === null ? null : index - 1;
    if (left !== 0) putWait(run, node, scope, { parent, index: left });
  }
}
