/** The only source of "now". Tests move it; everything that people promise or decide takes its time from here. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and replays. */
export interface StillClock extends Clock {
  set(instant: Date): void;
}

/** Makes a clock that shows `start` until it is set. */
export function stillClock(start: Date): StillClock {
  let instant = start;
  return {
    now: () => new Date(instant),
    set(next) {
      instant = next;
    },
  };
}
