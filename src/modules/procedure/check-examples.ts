import { assess, type Assessment, type FeeLine } from './assess.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { Example } from './examples.ts';
import { fault, type BundleFault } from './fault.ts';

/** What became of one example: green when `faults` is empty. */
export interface ExampleResult {
  readonly title: string;
  readonly faults: readonly BundleFault[];
}

const file = 'examples.json';

/** Runs the law's examples through its rules. */
export function checkExamples(procedure: CompiledProcedure): ExampleResult[] {
  return procedure.examples.map((example, place) => ({
    title: example.title,
    faults: check(procedure, example, place + 1),
  }));
}

function check(procedure: CompiledProcedure, example: Example, no: number): BundleFault[] {
  let assessment: Assessment;
  try {
    assessment = assess(procedure, example.given);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [fault(file, String(no), `“${example.title}”: không tính được (${said})`)];
  }
  const { obstacles, papers, fees, deadline } = assessment;
  const found = {
    eligibility: obstacles.map((obstacle) => obstacle.code).toSorted(),
    papers: papers.map(({ paper }) => paper.code).toSorted(),
    fees: sortedFees(fees.lines),
    feeTotal: fees.total,
    deadline: deadline && {
      qty: deadline.qty,
      unit: deadline.unit,
      cutoff: deadline.cutoff,
      case: deadline.case,
    },
  };
  const { expect } = example;
  const wanted = {
    ...expect,
    ...(expect.eligibility && { eligibility: expect.eligibility.toSorted() }),
    ...(expect.papers && { papers: expect.papers.toSorted() }),
    ...(expect.fees && { fees: sortedFees(expect.fees) }),
    ...(expect.deadline && { deadline: { ...found.deadline, ...expect.deadline } }),
  };
  return Object.entries(wanted).flatMap(([part, value]) => {
    const given = JSON.stringify(found[part as keyof typeof found]);
    const expected = JSON.stringify(value);
    if (given === expected) return [];
    return [
      fault(file, `${no} › ${part}`, `“${example.title}”: cần ${expected}, tính ra ${given}`),
    ];
  });
}

/** Fees in one order and one shape, so that they compare as texts. */
function sortedFees(fees: readonly Pick<FeeLine, 'key' | 'amount' | 'quantity'>[]): string[] {
  return fees.map(({ key, amount, quantity }) => `${key}: ${amount} × ${quantity}`).toSorted();
}
