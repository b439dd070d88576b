import { assess, type CompiledProcedure, type Facts } from '#/modules/procedure/index.ts';

/** What rules say of a case, without anything personal. */
export interface Judgement {
  readonly total: number;
  readonly fees: readonly string[];
  readonly deadline: string;
  readonly papers: readonly string[];
  readonly obstacles: readonly string[];
  /** Why the rules give no answer. */
  readonly fault?: string | undefined;
}

/** What two judgements may differ in. */
export const changeKinds = ['fees', 'deadline', 'papers', 'eligibility', 'broken'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** Judges a case; rules that give no answer are a judgement too. */
export function judgementOf(procedure: CompiledProcedure, facts: Facts): Judgement {
  try {
    const { fees, deadline, papers, obstacles } = assess(procedure, facts);
    return {
      total: fees.total,
      fees: fees.lines.map(({ key, amount, quantity }) => `${key} ${amount} × ${quantity}`),
      deadline: `${deadline.qty} ${deadline.unit} ${deadline.cutoff ?? ''}`.trim(),
      papers: papers.map(({ paper }) => paper.code),
      obstacles: obstacles.map(({ code }) => code),
    };
  } catch (error) {
    const fault = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    return { total: 0, fees: [], deadline: '', papers: [], obstacles: [], fault };
  }
}

/** In what two judgements differ; nothing when they say the same. */
export function changesOf(was: Judgement, now: Judgement): ChangeKind[] {
  if (was.fault !== undefined || now.fault !== undefined) {
    return was.fault === now.fault ? [] : ['broken'];
  }
  const differs = (one: readonly string[], other: readonly string[]) =>
    one.length !== other.length || one.some((item, at) => item !== other[at]);
  const sorted = (list: readonly string[]) => list.toSorted();
  return [
    ...(differs(sorted(was.fees), sorted(now.fees)) ? (['fees'] as const) : []),
    ...(was.deadline === now.deadline ? [] : (['deadline'] as const)),
    ...(differs(sorted(was.papers), sorted(now.papers)) ? (['papers'] as const) : []),
    ...(differs(sorted(was.obstacles), sorted(now.obstacles)) ? (['eligibility'] as const) : []),
  ];
}
