import { feelDate, fromFeel, toFeel, type FeelContext } from '#/platform/feel/index.ts';
import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';
import type { Channel, Paper } from './catalogue.ts';
import type { DecisionName } from './compile-rules.ts';
import type { CompiledProcedure } from './compiled.ts';
import { readResult, RuleFault } from './rule-results.ts';

/** What a case is judged by. */
export interface Facts {
  /** Stored answers to the form or to the questions before it; those not yet given are simply absent. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly channel: Channel;
  readonly submittedOn: Day;
  /** The fee territory, e.g. CT-PL1: merged provinces keep several fee annexes. */
  readonly territory: string;
  /** Codes of exemptions that the applicant proved. */
  readonly beneficiary: readonly string[];
  readonly variant: 'NORMAL' | 'VERIFY' | 'EXTEND';
}

/** Why one cannot apply. `because` is the legal basis noted beside the rule, here and below. */
export interface Obstacle {
  readonly code: string;
  readonly words: Text;
  readonly because: string;
}

/** A paper that this case needs. */
interface NeededPaper {
  readonly paper: Paper;
  readonly because: string;
}

/** One fee, in whole đồng. */
export interface FeeLine {
  readonly key: string;
  readonly name: Text;
  readonly amount: number;
  readonly quantity: number;
  readonly because: string;
}

/** How long the authority has. */
export interface LegalDeadline {
  readonly qty: number;
  readonly unit: 'WORKING_DAY' | 'DAY' | 'WORKING_HOUR' | 'HOUR' | 'MONTH';
  /** Hour of the day after which a dossier counts as received on the next working day, e.g. 15:00. */
  readonly cutoff: string | null;
  readonly case: string;
  readonly because: string;
}

/** What the law says of a case whose answers are complete. */
export interface Assessment {
  readonly obstacles: readonly Obstacle[];
  /** Papers in the order of the catalogue. */
  readonly papers: readonly NeededPaper[];
  readonly fees: { readonly lines: readonly FeeLine[]; readonly total: number };
  readonly deadline: LegalDeadline;
}

/** What can be said while answers are missing: fees that hang on them are left out and `total` is null. */
export interface PartialAssessment extends Omit<Assessment, 'fees' | 'deadline'> {
  readonly fees: { readonly lines: readonly FeeLine[]; readonly total: number | null };
  readonly deadline: LegalDeadline | null;
}

/**
 * Judges a case by the rules of one version. Pure: the same facts always give the same answer.
 * @throws RuleFault when rules.dmn does not answer: a fault of the law file, which its examples should have found.
 */
export function assess(procedure: CompiledProcedure, facts: Facts): Assessment {
  const { fees, deadline, ...others } = assessPartly(procedure, facts);
  if (fees.total === null) throw new RuleFault('fees', null);
  if (deadline === null) throw new RuleFault('deadline', null);
  return { ...others, fees: { lines: fees.lines, total: fees.total }, deadline };
}

/** Judges what is known of a case so far, for the questions before filling. */
export function assessPartly(procedure: CompiledProcedure, facts: Facts): PartialAssessment {
  const decide = decider(procedure, contextOf(procedure, facts));
  const [deadline] = decide('deadline');
  return {
    obstacles: decide('eligibility').map(({ result, because }) => {
      const { code, vi, en } = readResult('eligibility', result);
      return { code, words: { vi, en }, because };
    }),
    papers: neededPapers(procedure, decide('papers')),
    fees: feesOf(procedure, decide('fees')),
    deadline: deadline
      ? { ...readResult('deadline', deadline.result), because: deadline.because }
      : null,
  };
}

function contextOf(procedure: CompiledProcedure, facts: Facts): FeelContext {
  return {
    answers: procedure.feelAnswers(facts.answers),
    channel: facts.channel,
    submittedOn: feelDate(facts.submittedOn),
    territory: facts.territory,
    beneficiary: toFeel(facts.beneficiary),
    variant: facts.variant,
  };
}

/** One item of a decision, with the legal basis of the rule that gave it. */
interface Given {
  readonly result: unknown;
  readonly because: string;
}

function decider(
  procedure: CompiledProcedure,
  inputs: FeelContext,
): (name: DecisionName) => Given[] {
  return (name) => {
    const { value, log } = procedure.rules.decide(name, inputs);
    const plain = fromFeel(value);
    const items: unknown[] = Array.isArray(plain) ? plain : plain === null ? [] : [plain];
    const rules = log.findLast((entry) => entry.decision === name)?.matched ?? [];
    const isByRule = rules.length === items.length;
    return items.map((result, place) => ({
      result,
      because: isByRule ? procedure.basisOf(name, rules[place]!) : '',
    }));
  };
}

function neededPapers({ catalogue }: CompiledProcedure, given: readonly Given[]): NeededPaper[] {
  const bases = new Map<string, string>();
  for (const { result, because } of given) {
    const code = readResult('papers', result);
    if (!catalogue.papers.some((paper) => paper.code === code)) throw new RuleFault('papers', code);
    if (!bases.has(code)) bases.set(code, because);
  }
  return catalogue.papers.flatMap((paper) => {
    const because = bases.get(paper.code);
    return because === undefined ? [] : [{ paper, because }];
  });
}

function feesOf(
  { catalogue }: CompiledProcedure,
  given: readonly Given[],
): PartialAssessment['fees'] {
  const lines: FeeLine[] = [];
  for (const { result, because } of given) {
    const { key, amount, quantity } = readResult('fees', result);
    if (amount === null || quantity === null) continue;
    const fee = catalogue.fees?.find((one) => one.key === key);
    if (fee === undefined) throw new RuleFault('fees', key);
    lines.push({ key, name: fee.name, amount, quantity, because });
  }
  const sum = lines.reduce((total, { amount, quantity }) => total + amount * quantity, 0);
  return { lines, total: lines.length === given.length ? sum : null };
}
