import type { Tx } from '#/platform/db/index.ts';
import type { Text } from '#/values/text.ts';
import type { CalendarChange } from './calendar-change.ts';

/** One deadline that a change moves. It names no person. */
export interface MovedDeadline {
  readonly code: string;
  /** The procedure, as people call it. */
  readonly procedure: Text;
  /** Which deadline: of the result, of acceptance, of a step. */
  readonly what: Text;
  readonly before: Date;
  readonly after: Date;
}

/** What a change of a calendar does to work that is under way. */
export interface CalendarImpact {
  readonly dossiers: number;
  readonly steps: number;
  /** The first of the deadlines that move. */
  readonly moved: readonly MovedDeadline[];
  /** How many dossiers were looked at so far. */
  readonly examined: number;
  /** Whether everything was looked at; otherwise the numbers are those so far. */
  readonly isWhole: boolean;
}

/** Whoever keeps deadlines by the calendars of this module. */
export interface CalendarFollower {
  /** What a proposed change would move, or what an applied one has moved so far. */
  impactOf(tx: Tx, change: CalendarChange): Promise<CalendarImpact>;
  /** A change has been applied in this transaction: deadlines have to follow. */
  applied(tx: Tx, change: CalendarChange): Promise<void>;
}

const nobody: CalendarFollower = {
  impactOf: async () => ({ dossiers: 0, steps: 0, moved: [], examined: 0, isWhole: true }),
  applied: async () => undefined,
};

let follower = nobody;

/**
 * Says who follows the calendars. Called once at start-up by the module below whose deadlines they are. Returns the way
 * to take it back.
 */
export function followCalendars(whoever: CalendarFollower): () => void {
  follower = whoever;
  return () => {
    follower = nobody;
  };
}

/** Who follows the calendars. */
export function theFollower(): CalendarFollower {
  return follower;
}
