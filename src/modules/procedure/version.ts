import type { Day } from '#/values/day.ts';

/** One immutable edition of a procedure, without its artefacts. */
export interface Version {
  readonly id: string;
  readonly procedureId: string;
  readonly slug: string;
  /** 1, 2, 3, … in order of publication. */
  readonly no: number;
  readonly sha256: string;
  readonly effectiveFrom: Day;
  /** First day on which it is no longer in force; null while no later version is known. */
  readonly effectiveTo: Day | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

/** Where a version stands on a day. */
export type Standing = 'in-force' | 'to-come' | 'replaced';

/** Whether a version is in force on a day, will be, or was. */
export function standingOn(
  version: Pick<Version, 'effectiveFrom' | 'effectiveTo'>,
  on: Day,
): Standing {
  if (version.effectiveTo !== null && version.effectiveTo <= on) return 'replaced';
  if (version.effectiveTo !== null && version.effectiveTo <= version.effectiveFrom)
    return 'replaced';
  return version.effectiveFrom <= on ? 'in-force' : 'to-come';
}
