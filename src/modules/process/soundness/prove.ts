import type { CompiledProcess } from '../bpmn/graph.ts';
import { unstarted } from '../engine/state.ts';
import { explore } from './explore.ts';
import { type Finding, judge } from './judge.ts';

/** At most so many markings are looked at; a public procedure has some tens. */
const markingBound = 20_000;

/** What the exploration of a process came to. */
export interface Proof {
  /** True only when proven: no fault was found and everything was looked at. */
  readonly sound: boolean;
  /** True when the bound was hit: then soundness is neither proven nor disproven. */
  readonly bounded: boolean;
  readonly markings: number;
  readonly faults: readonly Finding[];
}

/**
 * Proves that a process can always end: from every marking that can be reached, by every choice, an end can be
 * reached; no element is dead and no step is done twice at once. Uses the interpreter that runs the instances.
 */
export function proveSound(compiled: CompiledProcess, bound = markingBound): Proof {
  const exploration = explore(compiled, [unstarted], bound);
  const faults = judge(exploration);
  const bounded = exploration.budget <= 0;
  return {
    sound: faults.length === 0 && !bounded,
    bounded,
    markings: exploration.markings.size,
    faults,
  };
}
