import { newContext } from '../value.ts';
import type { FeelContext, FeelValue } from '../value.ts';

/** The values of one scope at run time; names are found from the innermost frame outwards. */
export interface Frame {
  readonly values: FeelContext;
  readonly parent: Frame | null;
}

/** A compiled expression. */
export type Step = (frame: Frame) => FeelValue;

const known = new WeakMap<Step, FeelValue>();

/** A step that always gives the same value, and says so to whoever can save work by it. */
export function constantStep(value: FeelValue): Step {
  const step: Step = () => value;
  known.set(step, value);
  return step;
}

/** The value of a constant step, undefined for all other steps. */
export function constantOf(step: Step): FeelValue | undefined {
  return known.get(step);
}

/** A frame of one name. */
export function frameOf(name: string, value: FeelValue, parent: Frame | null): Frame {
  const values = newContext();
  values[name] = value;
  return { values, parent };
}
