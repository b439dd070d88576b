import type { WorkingCalendar } from '#/values/working-time.ts';
import { isPaused, states } from '../dossier.ts';
import type { Act } from '../store/index.ts';
import type { Course, Progress } from './forecast.ts';

type Passage = Pick<Act, 'at' | 'fromState' | 'toState'>;

const paused: ReadonlySet<string> = new Set(states.filter(isPaused));

/** The way of a dossier through its states so far, in working minutes without pauses. A pause leaves its state as it was. */
export function walk(calendar: WorkingCalendar, passages: readonly Passage[], until: Date): Course {
  const entries: { state: string; at: number }[] = [];
  let elapsed = 0;
  let last: Passage | undefined;
  for (const passage of passages) {
    if (last && !paused.has(last.toState)) elapsed += worked(calendar, last.at, passage.at);
    last = passage;
    if (!paused.has(passage.toState) && entries.at(-1)?.state !== passage.toState) {
      entries.push({ state: passage.toState, at: elapsed });
    }
  }
  if (last && !paused.has(last.toState)) elapsed += worked(calendar, last.at, until);
  return { entries, total: elapsed };
}

/** Where a dossier stands by its way so far. */
export function progressAt({ entries, total }: Course): Progress | undefined {
  const last = entries.at(-1);
  return last && { state: last.state, inState: total - last.at, elapsed: total };
}

function worked(calendar: WorkingCalendar, from: Date, to: Date): number {
  return Math.max(0, calendar.workedMinutes(from, to));
}
