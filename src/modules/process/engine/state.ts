import type { Text } from '#/values/text.ts';
import type { Node, Vars } from '../bpmn/graph.ts';

/**
 * What a token waits for. `scope` is an open sub-process, `many` the container of a step that is done several
 * times, `record` remembers what can be undone, `undoing` holds a compensation together, `event-gateway` holds the alternatives of an event gateway together, `join` is an arrival at a join.
 */
export type TokenKind =
  | 'user'
  | 'message'
  | 'timer'
  | 'join'
  | 'job'
  | 'scope'
  | 'event-gateway'
  | 'many'
  | 'signal'
  | 'record'
  | 'undoing';

export interface Token {
  /** Unique in its instance and never used again, so that one piece of work is done at most once. */
  readonly id: number;
  readonly node: Node;
  readonly kind: TokenKind;
  /** The `scope` token of the sub-process that it is in; 0 at the top. */
  readonly scope: number;
  /** The token that it goes away with: host of a boundary event, event gateway, container; 0 for none. */
  readonly parent: number;
  /** On `join` the entry, on a member its place, on `many` how many, on a cycle the firings left. */
  readonly index: number | null;
  /** What a member of a multi-instance step is about; on a sequential `many` the whole list. */
  readonly item: unknown;
  /** What a message must carry to reach this token; on a job its name. */
  readonly key: string | null;
  readonly dueAt: Date | null;
}

export type Status = 'open' | 'done' | 'failed' | 'cancelled';

/** One instance of a process between two steps. */
export interface State {
  readonly status: Status;
  readonly next: number;
  readonly vars: Vars;
  readonly tokens: readonly Token[];
}

/** What happened at a node, in the order of happening; the history keeps it. */
export type Deed =
  | 'started'
  | 'entered'
  | 'left'
  | 'ended'
  | 'caught'
  | 'interrupted'
  | 'jumped'
  | 'closed'
  | 'suspended'
  | 'resumed'
  | 'moved';

export interface Passage {
  readonly deed: Deed;
  readonly node: Node | null;
}

/** A message or signal that leaves the process, under the id of the token that would have sent it. */
export interface Outgoing {
  readonly kind: 'message' | 'signal';
  readonly token: number;
  readonly name: string;
}

/** What one step changes. Applying it to the state that it was computed from gives the next state. */
export interface Change {
  readonly status: Status;
  /** The end event by which the process ended, when it did. */
  readonly endedAs: string | null;
  readonly next: number;
  readonly vars: Vars;
  readonly removed: readonly number[];
  readonly added: readonly Token[];
  readonly path: readonly Passage[];
  readonly outgoing: readonly Outgoing[];
}

/** What moves a process on. */
export type Happening =
  | { readonly type: 'start'; readonly vars: Vars }
  | {
      readonly type: 'complete';
      readonly token: number;
      readonly outcome: string | null;
      readonly vars: Vars;
    }
  | { readonly type: 'fire'; readonly token: number; readonly body?: unknown }
  | { readonly type: 'fail'; readonly token: number; readonly code: string }
  | { readonly type: 'jump'; readonly leaving: readonly number[]; readonly to: Node }
  | { readonly type: 'cancel' };

/** A process that cannot go on because its model is wrong; the step is not taken. */
export class EngineFault extends Error {
  readonly element: string;
  readonly words: Text;

  constructor(element: string, vi: string, en: string) {
    super(`${element}: ${en}`);
    this.name = 'EngineFault';
    this.element = element;
    this.words = { vi, en };
  }
}

/** The state of an instance that has not started yet. */
export const unstarted: State = { status: 'open', next: 1, vars: {}, tokens: [] };

/** The state after a change. */
export function applied(state: State, change: Change): State {
  const gone = new Set(change.removed);
  return {
    status: change.status,
    next: change.next,
    vars: change.vars,
    tokens: [...state.tokens.filter((token) => !gone.has(token.id)), ...change.added],
  };
}
