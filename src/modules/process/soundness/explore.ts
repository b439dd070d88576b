import type { CompiledProcess, Flow, Node } from '../bpmn/graph.ts';
import { step } from '../engine/step.ts';
import { applied, EngineFault, type Happening, type State } from '../engine/state.ts';
import { type Choices, freeChoices } from './choice.ts';
import { crowdsOf, isOvercrowded, repeatable } from './crowd.ts';
import { epoch, freeRules } from './free-rules.ts';
import { happenings } from './happenings.ts';
import { markingKey } from './marking.ts';
import { remembersOutcome } from './outcome.ts';

/** One marking, the markings that one happening leads to, and whether some way out of it was not followed. */
export interface Marking {
  readonly state: State;
  readonly next: Set<string>;
  isOpenEnded: boolean;
}

/** A step that the interpreter could not take, and the outcome that led to it. */
export interface Failure {
  readonly fault: EngineFault;
  readonly outcome: string | null;
}

/** Everything that the exploration of a process saw. */
export interface Exploration {
  readonly compiled: CompiledProcess;
  readonly markings: Map<string, Marking>;
  readonly visited: Set<Node>;
  readonly taken: Set<Flow>;
  readonly failures: Map<string, Failure>;
  readonly crowded: Set<Node>;
  /** Steps that may still be computed; at 0 the bound was hit. */
  budget: number;
}

/** What a step that never comes to rest costs, in ordinary steps. */
const endlessCost = 200;

/** Fires everything that can happen, in every combination of choices, until nothing new is found. */
export function explore(
  compiled: CompiledProcess,
  from: readonly State[],
  bound: number,
): Exploration {
  const keeps = remembersOutcome(compiled);
  const isMeant = repeatable(compiled);
  const open: Marking[] = [];
  const exploration: Exploration = {
    compiled,
    markings: new Map(),
    visited: new Set(),
    taken: new Set(),
    failures: new Map(),
    crowded: new Set(),
    budget: bound * 10,
  };

  function add(state: State): string {
    const key = markingKey(state, keeps ? state.vars['outcome'] : null);
    if (exploration.markings.has(key)) return key;
    const marking = { state, next: new Set<string>(), isOpenEnded: false };
    exploration.markings.set(key, marking);
    for (const node of crowdsOf(state)) if (!isMeant.has(node)) exploration.crowded.add(node);
    if (state.status === 'open') open.push(marking);
    return key;
  }

  for (const state of from) add(state);
  for (let marking = open.shift(); marking; marking = open.shift()) {
    for (const next of successors(exploration, marking)) {
      if (isOvercrowded(next)) marking.isOpenEnded = true;
      else marking.next.add(add(next));
    }
    if (exploration.markings.size > bound) exploration.budget = 0;
    if (exploration.budget <= 0) break;
  }
  return exploration;
}

function* successors(exploration: Exploration, marking: Marking): Generator<State> {
  for (const happening of happenings(exploration.compiled, marking.state)) {
    const choices = freeChoices();
    do {
      exploration.budget -= 1;
      if (exploration.budget <= 0) return;
      const next = tryStep(exploration, marking.state, happening, choices);
      if (next) yield next;
      else marking.isOpenEnded = true;
    } while (choices.advance());
  }
}

function tryStep(
  exploration: Exploration,
  state: State,
  happening: Happening,
  choices: Choices,
): State | undefined {
  const outcome = happening.type === 'complete' ? happening.outcome : null;
  try {
    const change = step(
      exploration.compiled,
      state,
      happening,
      freeRules(choices, exploration.taken),
      epoch,
    );
    for (const { node } of change.path) if (node) exploration.visited.add(node);
    return applied(state, change);
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    exploration.failures.set(`${error.element} ${error.words.en} ${outcome}`, {
      fault: error,
      outcome,
    });
    exploration.budget -= endlessCost;
    return undefined;
  }
}
