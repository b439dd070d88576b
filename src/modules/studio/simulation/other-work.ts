import type { Setting } from './setting.ts';

/** The stream of other work that comes to a pool. */
interface OtherWork {
  readonly index: number;
  /** Minutes between two pieces, on average. */
  readonly gap: number;
  /** Minutes of one piece, on average. */
  readonly work: number;
}

/**
 * Other work comes in pieces as large as those of the procedure, and as often as keeps the people busy who are there
 * now for their share: one more person does not bring more of it.
 */
export function otherWorkOf(setting: Setting): ReadonlyMap<string, OtherWork> {
  return new Map(
    setting.pools.flatMap(({ id, people, otherWork }, index) => {
      const own = setting.steps.filter(({ pool }) => pool === id).map(({ hours }) => hours);
      const hours = own.reduce((sum, one) => sum + one, 0) / Math.max(own.length, 1);
      if (otherWork <= 0 || hours <= 0) return [];
      const work = Math.max(hours, 0.25) * 60;
      return [[id, { index, work, gap: work / ((otherWork / 100) * people) }] as const];
    }),
  );
}
