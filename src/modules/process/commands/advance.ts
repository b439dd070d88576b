import type { Tx } from '#/platform/db/index.ts';
import { withClock } from '#/platform/feel/index.ts';
import type { Text } from '#/values/text.ts';
import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import { loadDefinition } from '../definition.ts';
import { modelRules } from '../engine/rules.ts';
import { applied, type Change, type Happening, type State, type Token } from '../engine/state.ts';
import { step } from '../engine/step.ts';
import {
  applyChange,
  type HeldToken,
  type LockedInstance,
  type StoredInstance,
  tokensOf,
} from '../store/instances.ts';
import { consumeMessage, findKeptMessage } from '../store/messages.ts';
import { openTask, type OpenTask, type Timed, timedOf } from '../task.ts';

/** When work is due, by the calendar of the unit that does it; null when it has no limit. */
export type DueOf = (timed: Timed, at: Date) => Date | null;

/** What one call has moved. */
export interface Moved {
  readonly instanceId: string;
  readonly subject: string;
  /** Steps of persons that this call opened and that still wait. */
  readonly opened: readonly OpenTask[];
  /** Whether the process has ended; `endedAs` is then its end event, or null when it was cancelled or failed. */
  readonly ended: boolean;
  readonly endedAs: string | null;
  /** The step that the law decided because its time passed in silence; null when something else moved it. */
  readonly silent: Silence | null;
  /** Whether it ended by an error that nothing in the model caught. */
  readonly failed: boolean;
}

/** A step that nobody answered in its time, with what the law makes of that. */
export interface Silence {
  readonly element: string;
  readonly name: Text;
  readonly kind: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly outcome: string;
  readonly legalBasis: string;
}

/** What a step is taken in. */
export interface Held {
  readonly instance: LockedInstance;
  readonly compiled: CompiledProcess;
  readonly tokens: readonly HeldToken[];
}

/** Circumstances of a step. */
export interface Circumstances {
  readonly at: Date;
  readonly dueOf?: DueOf | undefined;
  readonly by?: string | null | undefined;
  readonly reason?: string | undefined;
}

/** An instance that is held, with its model and its tokens at the model's elements. */
export async function holdTokens(tx: Tx, instance: StoredInstance): Promise<Held> {
  const compiled = await loadDefinition(tx, instance.definitionId);
  return { instance, compiled, tokens: tokensOf(instance, compiled) };
}

/** How a step is written: an instance is made by its first and changed by all others. */
type Write = typeof applyChange;

/** Takes a step in a held instance and writes it; then those that kept messages make possible. */
export async function advance(
  tx: Tx,
  { instance, compiled, tokens }: Held,
  happening: Happening,
  circumstances: Circumstances,
  write: Write = applyChange,
): Promise<Moved> {
  const { at } = circumstances;
  const dueOf = circumstances.dueOf ?? (() => null);
  const rules = modelRules(instance.subject, (node: Node, from) =>
    dueOf(timedOf(node, instance.units), from),
  );
  const before = new Set(tokens.map((token) => token.id));
  let state: State = { status: 'open', next: instance.next, vars: instance.vars, tokens };
  let endedAs: string | null = null;
  for (let next: Happening | undefined = happening; next;) {
    const change = takeStep(compiled, state, next, rules, at);
    await (next === happening ? write : applyChange)(tx, change, {
      ...recordOf(next, circumstances),
      ...ownerOf(instance),
    });
    state = applied(state, change);
    ({ endedAs } = change);
    next = instance.suspendedAt
      ? undefined
      : await keptHappening(tx, instance.id, state, change.added, at);
  }
  const fresh = state.tokens.filter((token) => token.kind === 'user' && !before.has(token.id));
  return {
    instanceId: instance.id,
    subject: instance.subject,
    opened: fresh.map((token) => taskOf(compiled, instance, token, at)),
    ended: state.status !== 'open',
    endedAs: state.status === 'done' ? endedAs : null,
    silent: silenceOf(instance, tokens, happening),
    failed: state.status === 'failed',
  };
}

function silenceOf(
  { units }: LockedInstance,
  tokens: readonly HeldToken[],
  happening: Happening,
): Silence | null {
  if (happening.type !== 'fire') return null;
  const { id, name, step } = tokens.find((token) => token.id === happening.token)!.node;
  if (step === null) return null;
  const { kind, role } = step;
  return {
    element: id,
    name,
    kind,
    role,
    unitId: (role === null ? undefined : units[role]) ?? null,
    outcome: step.atDue ?? '',
    legalBasis: step.legalBasis ?? '',
  };
}

/** The interpreter, with `now()` of conditions being the time of the act. */
function takeStep(...[compiled, state, happening, rules, at]: Parameters<typeof step>): Change {
  return withClock(
    () => at,
    () => step(compiled, state, happening, rules, at),
  );
}

/** A message that came before somebody waited for it reaches the wait at once. */
export async function keptHappening(
  tx: Tx,
  instanceId: string,
  state: State,
  candidates: readonly Token[],
  at: Date,
): Promise<Happening | undefined> {
  const waits = candidates.filter((token) => token.kind === 'message' && token.key !== null);
  if (state.status !== 'open' || waits.length === 0) return undefined;
  const message = await findKeptMessage(
    tx,
    waits.map((token) => token.key!),
  );
  if (!message) return undefined;
  await consumeMessage(tx, message.id, instanceId, at);
  const reached = waits.find((token) => token.key === message.key)!;
  return { type: 'fire', token: reached.id, body: message.body };
}

function recordOf(happening: Happening, { at, by, reason }: Circumstances) {
  const isPersons =
    happening.type === 'complete' ||
    happening.type === 'jump' ||
    happening.type === 'cancel' ||
    happening.type === 'start';
  return {
    at,
    token: 'token' in happening ? happening.token : null,
    actor: isPersons ? (by ?? null) : null,
    outcome: happening.type === 'complete' ? happening.outcome : null,
    reason: reason ?? null,
  };
}

function ownerOf({ id, subject, units, suspendedAt }: LockedInstance) {
  return { instanceId: id, subject, units, isSuspended: suspendedAt !== null };
}

function taskOf(
  compiled: CompiledProcess,
  instance: LockedInstance,
  token: Token,
  at: Date,
): OpenTask {
  const role = token.node.step?.role ?? null;
  return openTask(compiled, {
    instanceId: instance.id,
    subject: instance.subject,
    token: token.id,
    node: token.node.no,
    unitId: (role === null ? undefined : instance.units[role]) ?? null,
    assignee: null,
    dueAt: token.dueAt,
    openedAt: at,
    isSuspended: instance.suspendedAt !== null,
    item: token.item,
  });
}
