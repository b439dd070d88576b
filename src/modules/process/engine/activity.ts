import type { Node } from '../bpmn/graph.ts';
import { leave } from './leave.ts';
import { armBoundary, putWait } from './wait.ts';
import { handOut, recordCompleted } from './records.ts';
import { drop, note, put, type Run, varsIn } from './run.ts';
import { enterScope } from './scope.ts';
import type { Token } from './state.ts';

/** A token enters work that someone or something must do, or an open sub-process. */
export function enterActivity(run: Run, node: Node, scope: number): void {
  note(run, 'entered', node);
  if (node.multi) enterMany(run, node, scope);
  else armBoundary(run, begin(run, node, scope, {}));
}

/** Opens an activity once: as itself, or as one member of a multi-instance container. */
function begin(run: Run, node: Node, scope: number, member: Partial<Token>): Token {
  if (node.kind === 'user') {
    const dueAt = run.rules.stepDue(node, run.at);
    const work = put(run, { node, scope, kind: 'user', dueAt, ...member });
    if (node.step?.atDue != null) awaitSilence(run, work);
    return work;
  }
  if (node.kind === 'job') {
    return put(run, { node, scope, kind: 'job', dueAt: run.at, key: node.job, ...member });
  }
  return node.kind === 'sub-process'
    ? enterScope(run, node, scope, member)
    : putWait(run, node, scope, member);
}

/** A step that the law decides when nobody does carries a timer, which goes away with it. */
function awaitSilence(run: Run, { id, node, scope, dueAt }: Token): void {
  put(run, { node, scope, kind: 'timer', parent: id, dueAt });
}

/** Its time has passed in silence: it ends with the outcome that the law gives it. */
export function fallSilent(run: Run, work: Token): void {
  run.vars = { ...run.vars, outcome: work.node.step!.atDue };
  finishActivity(run, work);
}

/** Boundary events belong to the container, once: per member, one that interrupts would end a single member. */
function enterMany(run: Run, node: Node, scope: number): void {
  const multi = node.multi!;
  const items = run.rules.members(node, multi, varsIn(run, scope));
  if (multi.collect !== null) run.vars = { ...run.vars, [multi.collect]: [] };
  if (items.length === 0) {
    note(run, 'left', node);
    leave(run, node, scope);
    return;
  }
  const index = items.length;
  const container = put(run, {
    node,
    scope,
    kind: 'many',
    index,
    item: multi.sequential ? items : null,
  });
  armBoundary(run, container);
  const first = multi.sequential ? items.slice(0, 1) : items;
  for (const [place, item] of first.entries()) beginMember(run, container, place, item);
}

function beginMember(run: Run, container: Token, index: number, item: unknown): void {
  begin(run, container.node, container.scope, { parent: container.id, index, item });
}

/** Work is done: its token goes, and either its container decides what follows or the flow goes on. */
export function finishActivity(run: Run, token: Token): void {
  const parent = run.tokens.get(token.parent);
  if (token.kind === 'scope') handOut(run, token);
  drop(run, token.id);
  if (parent?.kind === 'many') memberDone(run, parent, token);
  else if (parent?.kind === 'undoing') undoNext(run, parent, (token.index ?? 0) + 1);
  else depart(run, token);
}

/** The container of a member of a multi-instance activity. */
export function containerOf(run: Run, token: Token): Token | undefined {
  const parent = run.tokens.get(token.parent);
  return parent?.kind === 'many' ? parent : undefined;
}

/** Begins the next of the activities that undo; after the last the event that threw the compensation goes on. */
export function undoNext(run: Run, container: Token, place: number): void {
  const { id, node, scope } = container;
  const undo = (container.item as readonly number[])[place];
  if (undo !== undefined) {
    const next = run.compiled.byNo.get(undo)!;
    note(
      run,
      'caught',
      run.compiled.nodes.find((event) => event.linked.includes(next))!,
    );
    note(run, 'entered', next);
    begin(run, next, scope, { parent: id, index: place });
    return;
  }
  drop(run, id);
  if (node.kind !== 'end') depart(run, container);
  else if (scope === 0) run.endedAs = node.id;
}

function memberDone(run: Run, container: Token, member: Token): void {
  const multi = container.node.multi!;
  if (multi.collect !== null) {
    const collected = run.vars[multi.collect];
    const before = Array.isArray(collected) ? (collected as readonly unknown[]) : [];
    run.vars = { ...run.vars, [multi.collect]: [...before, run.vars['outcome'] ?? null] };
  }
  const next = (member.index ?? 0) + 1;
  const isLast = multi.sequential ? next >= (container.index ?? 0) : !hasMembers(run, container);
  if (isLast || (multi.until !== null && run.rules.isEnough(multi, varsIn(run, container.scope)))) {
    drop(run, container.id);
    depart(run, container);
  } else if (multi.sequential) {
    beginMember(run, container, next, (container.item as readonly unknown[])[next]);
  }
}

function hasMembers(run: Run, container: Token): boolean {
  for (const token of run.tokens.values()) {
    if (token.parent === container.id && token.node === container.node) return true;
  }
  return false;
}

function depart(run: Run, token: Token): void {
  note(run, 'left', token.node);
  recordCompleted(run, token);
  if (token.node.kind !== 'event-sub-process') leave(run, token.node, token.scope);
}
