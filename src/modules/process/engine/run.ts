import type { CompiledProcess, Flow, Node, Vars } from '../bpmn/graph.ts';
import type { Rules } from './rules.ts';
import type { Change, Deed, Outgoing, Passage, State, Status, Token, TokenKind } from './state.ts';

/** A token on its way: it arrives at a node next. */
export interface Move {
  readonly node: Node;
  readonly scope: number;
  /** The flow that it comes by; null at a start, a link or a jump. */
  readonly flow: Flow | null;
}

/** One step while it is being computed: a working copy of the state and what has changed so far. */
export interface Run {
  readonly compiled: CompiledProcess;
  readonly rules: Rules;
  readonly at: Date;
  readonly tokens: Map<number, Token>;
  readonly fresh: Set<number>;
  readonly removed: number[];
  readonly path: Passage[];
  readonly outgoing: Outgoing[];
  queue: Move[];
  next: number;
  vars: Vars;
  status: Status;
  endedAs: string | null;
}

/** Opens a step on a state. */
export function openRun(compiled: CompiledProcess, state: State, rules: Rules, at: Date): Run {
  return {
    compiled,
    rules,
    at,
    tokens: new Map(state.tokens.map((token) => [token.id, token])),
    fresh: new Set(),
    removed: [],
    path: [],
    outgoing: [],
    queue: [],
    next: state.next,
    vars: state.vars,
    status: state.status,
    endedAs: null,
  };
}

/** Everything that the step has changed. */
export function closeRun(run: Run): Change {
  return {
    status: run.status,
    endedAs: run.status === 'open' ? null : run.endedAs,
    next: run.next,
    vars: run.vars,
    removed: run.removed,
    added: [...run.fresh].map((id) => run.tokens.get(id)!),
    path: run.path,
    outgoing: run.outgoing,
  };
}

/** Puts a new token; what is not given is empty. */
export function put(
  run: Run,
  token: Pick<Token, 'node' | 'kind' | 'scope'> & Partial<Token>,
): Token {
  const id = newTokenId(run);
  const whole = { parent: 0, index: null, item: null, key: null, dueAt: null, ...token, id };
  run.tokens.set(id, whole);
  run.fresh.add(id);
  return whole;
}

/** An id that no token of this instance has had. */
export function newTokenId(run: Run): number {
  const id = run.next;
  run.next += 1;
  return id;
}

/** Takes a token away with everything that hangs on it: what it hosts, what it contains, what is on the way in it. */
export function drop(run: Run, id: number): void {
  if (!run.tokens.delete(id)) return;
  if (!run.fresh.delete(id)) run.removed.push(id);
  run.queue = run.queue.filter((move) => move.scope !== id);
  for (const token of run.tokens.values()) {
    if (token.parent === id || token.scope === id) drop(run, token.id);
  }
}

/** Takes everything away that is in a scope, and leaves the scope itself; `spared` stays. */
export function clear(run: Run, scope: number, spared?: TokenKind): void {
  run.queue = run.queue.filter((move) => move.scope !== scope);
  for (const token of run.tokens.values()) {
    if (token.scope === scope && token.kind !== spared) drop(run, token.id);
  }
}

/** Writes down what happened. */
export function note(run: Run, deed: Deed, node: Node | null): void {
  run.path.push({ deed, node });
}

/** The variables as they are seen in a scope: those of the instance and the items of the members around it. */
export function varsIn(run: Run, scope: number): Vars {
  const token = run.tokens.get(scope);
  if (!token) return run.vars;
  const outer = varsIn(run, token.scope);
  const name = token.node.multi?.as;
  return name === null || name === undefined || token.kind !== 'scope'
    ? outer
    : { ...outer, [name]: token.item };
}
