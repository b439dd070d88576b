import type { Database } from '../db/index.ts';
import type { Log } from '../log.ts';
import { addRequests } from './store.ts';

interface Count {
  /** Requests that came to this process. */
  here: number;
  /** How many of them all nodes know of. */
  told: number;
  elsewhere: number;
}

/** More than this many senders in one minute are not told apart any longer: that costs memory, and no people are so many. */
const mostSenders = 20_000;

/** A tenth of a limit is told to the others at once: they are wrong by at most that, and people who read cause no statement. */
const tellings = 10;

const minuteMs = 60_000;

/**
 * Counts by sender and minute in this process, and only what nears a limit in the database, where all nodes add it up.
 * While the database is away each node counts for itself.
 * @returns how many seconds to wait when a request is one too many.
 */
export function rateMeter(
  database: Database,
  log: Log,
  now: () => number = Date.now,
): (subject: string, most: number) => number | undefined {
  let minute = 0;
  let counts = new Map<string, Count>();
  return (subject, most) => {
    const at = now();
    const current = Math.floor(at / minuteMs);
    if (current !== minute || counts.size >= mostSenders) counts = new Map();
    minute = current;
    const count = counts.get(subject) ?? { here: 0, told: 0, elsewhere: 0 };
    counts.set(subject, count);
    count.here += 1;
    if (count.here - count.told >= Math.ceil(most / tellings)) void tell(subject, count, current);
    if (count.here + count.elsewhere <= most) return undefined;
    return Math.ceil(((current + 1) * minuteMs - at) / 1000);
  };

  async function tell(subject: string, count: Count, of: number): Promise<void> {
    const more = count.here - count.told;
    count.told += more;
    const { told } = count;
    try {
      const total = await database.transaction((tx) => addRequests(tx, subject, of, more));
      count.elsewhere = Math.max(count.elsewhere, total - told);
    } catch (err) {
      log.warn({ err }, 'requests could not be added up');
    }
  }
}
