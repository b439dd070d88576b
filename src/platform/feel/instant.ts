import { FeelDate, FeelDateTime, FeelTime } from './temporal/moment.ts';
import { VIETNAM_OFFSET, offsetZone } from './temporal/zone.ts';

const zone = offsetZone(VIETNAM_OFFSET);

let readClock: () => Date = () => new Date();

/** Lets `now()` and `today()` follow another clock while something runs: the clock of a test or of an act. */
export function withClock<Result>(clock: () => Date, run: () => Result): Result {
  const before = readClock;
  readClock = clock;
  try {
    return run();
  } finally {
    readClock = before;
  }
}

/** The present date and time in Viet Nam. */
export function evaluationInstant(): FeelDateTime {
  const local = readClock().getTime() + VIETNAM_OFFSET * 1000;
  const day = Math.floor(local / 86_400_000);
  return new FeelDateTime(
    FeelDate.ofNumber(day),
    new FeelTime((local - day * 86_400_000) * 1_000_000, zone),
  );
}
