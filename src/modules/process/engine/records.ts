import type { Node } from '../bpmn/graph.ts';
import { drop, put, type Run } from './run.ts';
import type { Token } from './state.ts';

/** The event on the border of an activity that says by what it is undone. */
function undoOf(node: Node): Node | undefined {
  return node.boundary.find((event) => event.trigger?.type === 'compensation');
}

/** Remembers that an activity was completed, when the model says how to undo it. */
export function recordCompleted(run: Run, { node, scope }: Token): void {
  if (undoOf(node)) put(run, { node, scope, kind: 'record' });
}

/**
 * A sub-process that closes leaves what can be undone in it to the scope around it, unless it is undone as a whole.
 */
export function handOut(run: Run, closing: Token): void {
  if (undoOf(closing.node)) return;
  for (const record of recordsIn(run, closing.id)) {
    put(run, { node: record.node, scope: closing.scope, kind: 'record' });
  }
}

/**
 * Takes what a compensation is about out of the records, the latest first: one activity, everything in a
 * sub-process, or everything completed in the scope. What an event sub-process undoes happened around it.
 */
export function takeRecords(run: Run, scope: number, activity: string | null): readonly Node[] {
  const token = run.tokens.get(scope);
  const scopes = token?.node.kind === 'event-sub-process' ? [scope, token.scope] : [scope];
  const taken = scopes
    .flatMap((one) => recordsIn(run, one))
    .filter(({ node }) => activity === null || isWithin(node, activity))
    .toSorted((a, b) => b.id - a.id);
  for (const record of taken) drop(run, record.id);
  return taken.map(({ node }) => undoOf(node)!.linked[0]!);
}

function recordsIn(run: Run, scope: number): readonly Token[] {
  return [...run.tokens.values()].filter(
    (token) => token.kind === 'record' && token.scope === scope,
  );
}

function isWithin(node: Node, id: string): boolean {
  return node.id === id || (node.parent !== null && isWithin(node.parent, id));
}
