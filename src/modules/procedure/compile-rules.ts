import {
  compileDmn,
  DmnFault,
  readDmn,
  type CompiledDmn,
  type DmnModel,
} from '#/platform/dmn/index.ts';
import { fault, type BundleFault } from './fault.ts';

/** The decisions that every procedure answers. */
const decisionNames = ['eligibility', 'papers', 'fees', 'deadline'] as const;

export type DecisionName = (typeof decisionNames)[number];

/** Rules ready to run, with the legal bases beside them. */
export interface Rules {
  readonly rules: CompiledDmn;
  readonly basisOf: (decision: DecisionName, rule: number) => string;
}

const file = 'rules.dmn';

/** Compiles rules.dmn. */
export function compileRules(xml: string): { value: Rules } | { faults: BundleFault[] } {
  let model: DmnModel;
  let rules: CompiledDmn;
  try {
    model = readDmn(xml);
    rules = compileDmn(model);
  } catch (error) {
    if (!(error instanceof DmnFault)) throw error;
    const { element, line, column } = error.place;
    return { faults: [fault(file, `${element}, dòng ${line}, cột ${column}`, error.words.vi)] };
  }
  const missing = decisionNames.filter((name) => !rules.decisions.includes(name));
  if (missing.length > 0) {
    return { faults: missing.map((name) => fault(file, '', `thiếu quyết định "${name}"`)) };
  }
  return { value: { rules, basisOf: (decision, rule) => annotation(model, decision, rule) } };
}

function annotation(model: DmnModel, decision: DecisionName, rule: number): string {
  const logic = model.decisions.find((one) => one.name === decision)?.logic;
  if (logic?.is !== 'table') return '';
  return logic.rules[rule - 1]?.annotations.join('; ') ?? '';
}
