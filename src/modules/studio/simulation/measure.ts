import type { WorkingCalendar } from '#/values/working-time.ts';
import type { MeasuredStep } from '../store/index.ts';
import { spreadOf } from './waiting.ts';

/** Fewer than this say nothing. */
const enough = 10;

/** What the history of a step tells. */
export interface Measured {
  readonly counted: number;
  /** Working hours from its opening to its completion, in the middle: real work takes no longer. */
  readonly hours: number;
  /** How often each outcome came, in whole percent; undefined when others came than the step now has. */
  readonly outcomes: (acts: readonly string[]) => Record<string, number> | undefined;
}

/** The history of each step that was done often enough, by element. */
export function measure(
  steps: readonly MeasuredStep[],
  calendar: WorkingCalendar,
): ReadonlyMap<string, Measured> {
  const byElement = Map.groupBy(steps, ({ element }) => element);
  return new Map(
    [...byElement].flatMap(([element, done]) => {
      if (done.length < enough) return [];
      const minutes = done.map(({ beganAt, endedAt }) => calendar.workedMinutes(beganAt, endedAt));
      const counts = Map.groupBy(done, ({ outcome }) => outcome);
      const measured: Measured = {
        counted: done.length,
        hours: spreadOf(minutes).median,
        outcomes: (acts) =>
          percents(acts.map((act) => [act, counts.get(act)?.length ?? 0] as const)),
      };
      return [[element, measured] as const];
    }),
  );
}

/** Shares in whole percent that are 100 together: what rounding leaves goes to the largest. */
function percents(
  counts: readonly (readonly [string, number])[],
): Record<string, number> | undefined {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return undefined;
  const shares = counts.map(
    ([name, count]) => [name, Math.round((100 * count) / all)] as [string, number],
  );
  const left = 100 - shares.reduce((sum, [, share]) => sum + share, 0);
  const largest = shares.reduce((best, one) => (one[1] > best[1] ? one : best));
  largest[1] += left;
  return Object.fromEntries(shares);
}
