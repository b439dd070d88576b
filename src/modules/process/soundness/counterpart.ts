import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import type { Token } from '../engine/state.ts';

/** Ids of elements of one version to those of another; an element that is not named keeps its id. */
export type ElementMap = Readonly<Record<string, string>>;

/**
 * The same wait in another version of a process; undefined when there is none that waits for the same in the same way.
 * A wait is more than its element: what encloses it, what is attached to it, and by which ways a join has been reached.
 */
export function counterpart(
  { node, kind }: Token,
  to: CompiledProcess,
  map: ElementMap,
): Node | undefined {
  const idOf = (one: Node) => map[one.id] ?? one.id;
  const found = to.byId.get(idOf(node));
  if (found === undefined) return undefined;
  const isSame =
    found.kind === node.kind &&
    (found.multi === null) === (node.multi === null) &&
    found.interrupting === node.interrupting &&
    waitOf(found) === waitOf(node) &&
    areAlike(found.step?.kind ?? null, node.step?.kind ?? null) &&
    enclosing(found)
      .map(({ id }) => id)
      .join() === enclosing(node).map(idOf).join() &&
    list(found.boundary.map(({ id }) => id)) === list(node.boundary.map(idOf)) &&
    (kind !== 'join' ||
      found.in.map(({ from }) => from.id).join() === node.in.map(({ from }) => idOf(from)).join());
  return isSame ? found : undefined;
}

/** What an element waits for; when it comes may change, what it is may not. */
function waitOf({ trigger, job }: Node): string {
  const name = trigger !== null && 'name' in trigger ? trigger.name : '';
  return [trigger?.type ?? '', name, job ?? ''].join(' ');
}

/** Steps in which a decision is prepared. */
const preparing: ReadonlySet<string | null> = new Set(['assign', 'handle', 'review']);

/** An acceptance, a payment, a signature, an entry or another agency's part is asked for by law: none stands for another. */
function areAlike(one: string | null, other: string | null): boolean {
  return one === other || (preparing.has(one) && preparing.has(other));
}

function enclosing({ parent }: Node): Node[] {
  return parent === null ? [] : [...enclosing(parent), parent];
}

function list(ids: readonly string[]): string {
  return ids.toSorted().join();
}
