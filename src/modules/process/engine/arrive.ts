import type { Node } from '../bpmn/graph.ts';
import { enterActivity, undoNext } from './activity.ts';
import { arriveAtJoin } from './join.ts';
import { leave } from './leave.ts';
import { escalate, raiseInScope } from './raise.ts';
import { takeRecords } from './records.ts';
import { clear, type Move, newTokenId, note, put, type Run } from './run.ts';
import { putWait } from './wait.ts';

/** A token arrives at a node: it waits there, goes on at once, or ends. */
export function arrive(run: Run, { node, scope, flow }: Move): void {
  switch (node.kind) {
    case 'user':
    case 'job':
    case 'sub-process':
    case 'event-sub-process':
      enterActivity(run, node, scope);
      break;
    case 'catch':
      if (node.trigger?.type === 'link') passThrough(run, { node, scope, flow });
      else enterActivity(run, node, scope);
      break;
    case 'parallel':
    case 'inclusive':
      arriveAtJoin(run, node, scope, flow);
      break;
    case 'event-gateway':
      awaitFirst(run, { node, scope, flow });
      break;
    case 'throw':
      throwEvent(run, { node, scope, flow });
      break;
    case 'end':
      end(run, { node, scope, flow });
      break;
    case 'start':
    case 'pass':
    case 'exclusive':
    case 'boundary':
      passThrough(run, { node, scope, flow });
      break;
  }
}

function passThrough(run: Run, { node, scope }: Move): void {
  note(run, 'left', node);
  leave(run, node, scope);
}

/** One token holds the alternatives together; the first that comes takes it away, and the others with it. */
function awaitFirst(run: Run, { node, scope }: Move): void {
  note(run, 'entered', node);
  const gateway = put(run, { node, scope, kind: 'event-gateway' });
  for (const { to } of node.out) putWait(run, to, scope, { parent: gateway.id });
}

function throwEvent(run: Run, move: Move): void {
  const { node, scope } = move;
  if (node.trigger?.type === 'link') {
    note(run, 'left', node);
    for (const target of node.linked) run.queue.push({ node: target, scope, flow: null });
  } else if (bringAbout(run, move)) passThrough(run, move);
}

function end(run: Run, move: Move): void {
  const { node, scope } = move;
  note(run, 'ended', node);
  if (scope === 0) run.endedAs = node.id;
  if (node.trigger?.type === 'terminate') clear(run, scope);
  else if (node.trigger?.type === 'error') {
    run.endedAs = node.id;
    raiseInScope(run, node.trigger.code, scope);
  } else bringAbout(run, move);
}

/** Begins to undo what was completed, one after the other, the latest first; false when there is nothing to undo. */
function compensate(run: Run, node: Node, activity: string | null, scope: number): boolean {
  const undoing = takeRecords(run, scope, activity);
  if (undoing.length === 0) return false;
  note(run, 'entered', node);
  const item = undoing.map(({ no }) => no);
  undoNext(run, put(run, { node, kind: 'undoing', scope, item }), 0);
  return true;
}

/** Does what a throwing event says, and tells whether its token is still there to go on. */
function bringAbout(run: Run, { node, scope }: Move): boolean {
  const { trigger } = node;
  if (trigger?.type === 'escalation') return escalate(run, trigger.code, scope);
  if (trigger?.type === 'compensation') return !compensate(run, node, trigger.activity, scope);
  if (trigger?.type === 'message' || trigger?.type === 'signal') {
    run.outgoing.push({ kind: trigger.type, token: newTokenId(run), name: trigger.name });
  }
  return true;
}
