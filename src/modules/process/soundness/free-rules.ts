import type { Flow, Multi, Node, Vars } from '../bpmn/graph.ts';
import type { Rules } from '../engine/rules.ts';
import type { Choices } from './choice.ts';
import { isAboutOutcome } from './outcome.ts';

/** The instant of every step in a proof: time is free, so it does not matter. */
export const epoch = new Date(0);

/**
 * Rules under which everything that the model leaves to facts is a free choice. Conditions with equal text are
 * one choice within a step, because nothing changes between them. `taken` keeps the flows that were ever chosen.
 */
export function freeRules(choices: Choices, taken: Set<Flow>): Rules {
  return {
    takes(flow, vars) {
      const isTaken = decide(flow, vars, choices);
      if (isTaken) taken.add(flow);
      return isTaken;
    },
    members: (node, multi) => someMembers(node, multi, choices),
    isEnough: (multi) => choices.decide(`enough ${multi.until?.text}`),
    keyOf: (message) => message.name,
    timerDue: () => epoch,
    stepDue: () => null,
  };
}

function decide({ condition }: Flow, vars: Vars, choices: Choices): boolean {
  if (!condition) return true;
  return isAboutOutcome(condition)
    ? condition.evaluate(vars) === true
    : choices.decide(condition.text);
}

/** None, one or two members stand for any number: members do not wait for each other. */
function someMembers(node: Node, { count, each }: Multi, choices: Choices): readonly null[] {
  const fixed = Number(count?.text ?? Number.NaN);
  if (fixed >= 0) return fixed > 1 ? [null, null] : fixed > 0 ? [null] : [];
  const label = `${node.id} ${(each ?? count)?.text}`;
  if (!choices.decide(`${label} several`)) return choices.decide(`${label} none`) ? [] : [null];
  return [null, null];
}
