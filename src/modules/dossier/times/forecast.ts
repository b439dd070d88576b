/** One way through the states of a procedure: when each was entered, in working minutes since filing, pauses left out. */
export interface Course {
  readonly entries: readonly { readonly state: string; readonly at: number }[];
  /** Working minutes from filing to the end of processing. */
  readonly total: number;
}

/** Where a case stands that is not over. */
export interface Progress {
  readonly state: string;
  /** Working minutes that it has been in this state. */
  readonly inState: number;
  /** Working minutes since it was filed. */
  readonly elapsed: number;
}

/** How long a case still takes, in working minutes, with the uncertainty of that. */
export interface Remaining {
  /** Half of such cases end within this range, a quarter earlier, a quarter later. */
  readonly half: readonly [number, number];
  /** Eight of ten end within this range. */
  readonly most: readonly [number, number];
  readonly median: number;
  /** Cases that it was learnt from. */
  readonly counted: number;
  /** Learnt from cases that stood at the same step for as long, or only from those that had taken as long. */
  readonly basis: 'step' | 'whole';
}

/** Why there is no forecast: too few cases are over, or this one takes longer than nearly all of them. */
export type NoForecast = 'few' | 'beyond';

/** Fewer similar cases than this tell nothing about one in ten. */
export const leastSimilar = 20;

/**
 * What is left for a case, learnt from those that are over: the empirical distribution of what such cases still took
 * that had come to the same state and had been in it for at least as long. Where too few did, of those that had taken at
 * least as long in all; where too few did that either, nothing is said.
 */
export function forecastOf(courses: readonly Course[], progress: Progress): Remaining | NoForecast {
  if (courses.length < leastSimilar) return 'few';
  const atStep = courses.flatMap((course) => {
    const stay = lastStay(course, progress.state);
    return stay && stay.to - stay.from > progress.inState
      ? [course.total - stay.from - progress.inState]
      : [];
  });
  if (atStep.length >= leastSimilar) return rangesOf(atStep, 'step');
  const asLong = courses
    .filter(({ total }) => total > progress.elapsed)
    .map(({ total }) => total - progress.elapsed);
  return asLong.length >= leastSimilar ? rangesOf(asLong, 'whole') : 'beyond';
}

/** The last time that a case was in a state. */
function lastStay(
  { entries, total }: Course,
  state: string,
): { readonly from: number; readonly to: number } | undefined {
  const index = entries.findLastIndex((entry) => entry.state === state);
  const entry = entries[index];
  return entry && { from: entry.at, to: entries[index + 1]?.at ?? total };
}

/** Order statistics that a further case of the same kind falls between with the wanted probability. */
function rangesOf(values: readonly number[], basis: Remaining['basis']): Remaining {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const low = (share: number) => sorted[Math.max(Math.floor((n + 1) * share), 1) - 1]!;
  const high = (share: number) => sorted[Math.min(Math.ceil((n + 1) * share), n) - 1]!;
  return {
    half: [low(0.25), high(0.75)],
    most: [low(0.1), high(0.9)],
    median: high(0.5),
    counted: n,
    basis,
  };
}
