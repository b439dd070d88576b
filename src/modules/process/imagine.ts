import { withClock } from '#/platform/feel/index.ts';
import type { CompiledProcess, Node, Vars } from './bpmn/graph.ts';
import type { DueOf } from './commands/advance.ts';
import { modelRules } from './engine/rules.ts';
import { applied, type Happening, type State, type Token, unstarted } from './engine/state.ts';
import { step } from './engine/step.ts';
import { timedOf } from './task.ts';

/** What an imagined run waits for: work of a person, work of a machine, an instant, or news from outside. */
export interface ImaginedWait {
  readonly token: number;
  readonly kind: 'person' | 'machine' | 'timer' | 'news';
  /** Id of the element. */
  readonly element: string;
  /** Whether it listens beside work that goes on, and may never come. */
  readonly isAside: boolean;
  /** When a timer fires. */
  readonly dueAt: Date | null;
}

/** What one movement of an imagined run changed. */
export interface ImaginedMove {
  readonly opened: readonly ImaginedWait[];
  /** Tokens that are waited for no longer. */
  readonly closed: readonly number[];
  readonly isOpen: boolean;
}

/** A run that lives in memory only: nothing is stored, nobody is told. */
export interface ImaginedRun {
  start(vars: Vars, at: Date): ImaginedMove;
  complete(token: number, outcome: string | null, vars: Vars, at: Date): ImaginedMove;
  /** A timer fires, or news comes. */
  fire(token: number, at: Date): ImaginedMove;
}

/**
 * Imagines a run of a process, moved by the interpreter that moves the real ones. Each movement throws an EngineFault
 * when the model leaves no way to go on.
 */
export function imagineRun(compiled: CompiledProcess, dueOf: DueOf): ImaginedRun {
  const rules = modelRules('', (node: Node, from) => dueOf(timedOf(node, {}), from));
  let state: State = unstarted;

  function move(happening: Happening, at: Date): ImaginedMove {
    const change = withClock(
      () => at,
      () => step(compiled, state, happening, rules, at),
    );
    state = applied(state, change);
    const opened = change.added.flatMap((token) => waitOf(token) ?? []);
    return { opened, closed: change.removed, isOpen: state.status === 'open' };
  }

  return {
    start: (vars, at) => move({ type: 'start', vars }, at),
    complete: (token, outcome, vars, at) => move({ type: 'complete', token, outcome, vars }, at),
    fire: (token, at) => move({ type: 'fire', token }, at),
  };
}

const kinds: Partial<Record<Token['kind'], ImaginedWait['kind']>> = {
  user: 'person',
  job: 'machine',
  timer: 'timer',
  message: 'news',
  signal: 'news',
};

function waitOf({ id, node, kind: of, dueAt }: Token): ImaginedWait | undefined {
  const kind = kinds[of];
  if (kind === undefined) return undefined;
  // Tokens at a start event are event sub-processes that listen; a timer at a step waits for its silence.
  const isAside =
    node.kind === 'boundary' || node.kind === 'start' || (node.kind === 'user' && of === 'timer');
  return { token: id, kind, element: node.id, isAside, dueAt };
}
