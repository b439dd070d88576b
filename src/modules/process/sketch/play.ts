import { compileGraph } from '../bpmn/compile.ts';
import { feelLanguage } from '../bpmn/feel-language.ts';
import type { CompiledProcess, Vars } from '../bpmn/graph.ts';
import { type DueOf, modelRules } from '../engine/rules.ts';
import { step } from '../engine/step.ts';
import { applied, type Change, type Happening, type State, unstarted } from '../engine/state.ts';
import { sketch } from './sketch.ts';

/** An instance that a test plays by the ids of its elements, in memory. */
export interface Play {
  readonly compiled: CompiledProcess;
  state: State;
  last: Change;
  /** Ids of the nodes at which somebody or something is waited for, sorted; joins and containers left out. */
  waiting(): string[];
  complete(id: string, outcome?: string, vars?: Vars): Play;
  fire(id: string, body?: unknown): Play;
  fail(id: string, code: string): Play;
  do(happening: Happening): Play;
}

export const noon = new Date('2026-11-24T05:00:00Z');

/** Compiles a sketch. */
export function compileSketch(lines: string): Promise<CompiledProcess> {
  return compileGraph(sketch(lines), feelLanguage);
}

/** Starts an instance of a sketched process. */
export async function play(
  lines: string,
  vars: Vars = {},
  dueOf: DueOf = () => null,
): Promise<Play> {
  const compiled = await compileSketch(lines);
  const rules = modelRules('subject', dueOf);
  const first = step(compiled, unstarted, { type: 'start', vars }, rules, noon);
  const game: Play = {
    compiled,
    state: applied(unstarted, first),
    last: first,
    waiting: () => waitingIn(game.state),
    complete: (id, outcome, more = {}) =>
      game.do({ type: 'complete', token: tokenAt(game, id), outcome: outcome ?? null, vars: more }),
    fire: (id, body) => game.do({ type: 'fire', token: tokenAt(game, id), body }),
    fail: (id, code) => game.do({ type: 'fail', token: tokenAt(game, id), code }),
    do(happening) {
      game.last = step(compiled, game.state, happening, rules, noon);
      game.state = applied(game.state, game.last);
      return game;
    },
  };
  return game;
}

function waitingIn(state: State): string[] {
  return state.tokens
    .filter(({ kind }) => ['user', 'job', 'timer', 'message', 'signal'].includes(kind))
    .map(({ node }) => node.id)
    .toSorted();
}

function tokenAt({ state }: Play, id: string): number {
  const found = state.tokens.find(
    ({ node, kind }) =>
      node.id === id && !['scope', 'many', 'join', 'event-gateway'].includes(kind),
  );
  if (!found) throw new Error(`Nothing waits at ${id}, only at ${waitingIn(state).join(', ')}`);
  return found.id;
}
