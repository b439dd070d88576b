import type { CompiledProcess } from '../bpmn/graph.ts';
import { applied, EngineFault, type Happening, type State } from '../engine/state.ts';
import { step } from '../engine/step.ts';
import { freeChoices } from './choice.ts';
import { explore } from './explore.ts';
import { epoch, freeRules } from './free-rules.ts';
import { judge } from './judge.ts';

/** A jump is looked at while a person waits for the page. */
const jumpBound = 2_000;

/** Whether the process can still end, by every choice, after something that the model does not foresee. */
export function canEndAfter(
  compiled: CompiledProcess,
  state: State,
  happening: Happening,
): boolean {
  try {
    const change = step(compiled, state, happening, freeRules(freeChoices(), new Set()), epoch);
    return canEndFrom(compiled, applied(state, change));
  } catch (error) {
    if (error instanceof EngineFault) return false;
    throw error;
  }
}

/** Whether the process can still end, by every choice, from where it stands. */
export function canEndFrom(compiled: CompiledProcess, state: State): boolean {
  const findings = judge(explore(compiled, [state], jumpBound));
  return !findings.some(({ flaw }) => flaw === 'stuck' || flaw === 'no-way-out');
}
