import type { Day } from '#/values/day.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';

/** Whom a rung tells: who holds the step, who heads its unit, who leads the authority. */
export const levels = ['holder', 'head', 'leader'] as const;
export type Level = (typeof levels)[number];

/** Where a rung lies: after a share of the step's time, some working hours before it is due, then, or after. */
export const moments = ['share', 'before', 'due', 'after'] as const;
export type Moment = (typeof moments)[number];

/** One rung of the ladder. `amount` is per cent for a share, working hours for before and after, 0 at due. */
export interface Rung {
  readonly tells: Level;
  readonly when: Moment;
  readonly amount: number;
}

/** Thang nhắc hạn: who is told of a step that nears its due time or passes it. Law as data: it holds from a day on. */
export interface Ladder {
  readonly id: string;
  readonly validFrom: Day;
  readonly rungs: readonly Rung[];
  /** The decision that orders it. */
  readonly source: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** A step as the ladder looks at it. */
export interface Watched {
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** Working minutes that it may take; null where they do not follow from hours. */
  readonly minutes: number | null;
}

/**
 * The rungs that a step has come to, by their places from 1. Shares are reckoned by the time that is left, so that a
 * pause, which moves the due time, costs nobody anything.
 */
export function rungsReached(
  rungs: readonly Rung[],
  { openedAt, dueAt, minutes }: Watched,
  calendar: WorkingCalendar,
  now: Date,
): number[] {
  const left = calendar.workedMinutes(now, dueAt);
  const whole = minutes ?? calendar.workedMinutes(openedAt, dueAt);
  const isReached = ({ when, amount }: Rung): boolean => {
    switch (when) {
      case 'share':
        return left <= whole * (1 - amount / 100);
      case 'before':
        return left <= amount * 60;
      case 'due':
        return now >= dueAt;
      case 'after':
        return now >= dueAt && -left >= amount * 60;
    }
  };
  return rungs.flatMap((rung, index) => (isReached(rung) ? [index + 1] : []));
}

/** Whether rungs make a ladder: each later than the one before, amounts that can be. */
export function isLadder(rungs: readonly Rung[]): boolean {
  return (
    rungs.length > 0 &&
    rungs.length <= 9 &&
    rungs.every(isRung) &&
    rungs.every((rung, index) => index === 0 || !isBefore(rung, rungs[index - 1]!))
  );
}

function isRung({ when, amount }: Rung): boolean {
  switch (when) {
    case 'share':
      return amount >= 1 && amount <= 99;
    case 'due':
      return amount === 0;
    case 'before':
    case 'after':
      return amount > 0 && amount <= 1000;
  }
}

/** Whether one rung certainly comes before another; a share and hours before cannot be compared. */
function isBefore(rung: Rung, other: Rung): boolean {
  const phase = { share: 0, before: 0, due: 1, after: 2 } as const;
  if (phase[rung.when] !== phase[other.when]) return phase[rung.when] < phase[other.when];
  if (rung.when !== other.when) return false;
  return rung.when === 'before' ? rung.amount > other.amount : rung.amount < other.amount;
}
