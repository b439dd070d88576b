import type { UnitCalendar } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { momentOf } from '../pace.ts';
import type { Random } from '../random.ts';
import type { Course } from './course.ts';
import { dayLater } from './life.ts';
import { firstClocks, nextClocks, type Clocks } from './timeline.ts';

/** When a dossier was submitted and what has happened to it until now. */
export interface Plan {
  readonly times: readonly Date[];
}

/** Where a dossier stays although it could have gone on. */
interface Halt {
  readonly moves: number;
  readonly daysAgo: readonly [from: number, to: number];
}

/** So many of a thousand dossiers wait somewhere now; all others take their course. */
const waitingPerMille = 22;

/**
 * Chooses the times of a dossier within the last year. What would lie in the future does not happen; a few are still
 * waiting on a desk or for their applicants, so that every queue is filled.
 */
export async function planOf(
  tx: Tx,
  course: Course,
  calendar: UnitCalendar,
  now: Date,
  random: Random,
): Promise<Plan> {
  const halt = random.chance(waitingPerMille / 1000) ? haltOf(course, random) : undefined;
  const [from, to] = halt?.daysAgo ?? [1, 364];
  const submitted = submissionTime(calendar, now, course, random.whole(from, to), random);
  const times = [submitted];
  let clocks: Clocks = await firstClocks(tx, course.unitId, submitted);
  for (const [index, beat] of course.beats.entries()) {
    const isLate =
      clocks.dueAt !== null &&
      clocks.dueAt < now &&
      clocks.reappointedAt === null &&
      clocks.pausedAt === null;
    // Who waits beyond the deadline would have had an apology; the course with one is told elsewhere.
    // A draft of which nobody says anything for a day counts as found right.
    const isDeemed = beat.situation === 'confirming' && dayLater(times.at(-1)!) < now;
    if (halt && index >= halt.moves && !isLate && !isDeemed) break;
    const at = momentOf(calendar, times.at(-1)!, { ...beat, dueAt: clocks.dueAt }, random);
    if (at >= now) break;
    clocks = await nextClocks(tx, course.unitId, clocks, course.works[index]!, at);
    times.push(at);
  }
  return { times };
}

/** After an apology or a supplement request one waits long, elsewhere some days. */
function haltOf({ beats, script }: Course, random: Random): Halt {
  const after = (move: string) => beats.findIndex((beat) => beat.move === move) + 1;
  if (script.story === 'late') return { moves: after('apologise'), daysAgo: [9, 25] };
  if (script.story.startsWith('asked')) return { moves: after('ask'), daysAgo: [3, 20] };
  return { moves: random.whole(0, Math.max(0, beats.length - 1)), daysAgo: [0, 3] };
}

/** Online at any hour of the day, at the counter in its hours. */
function submissionTime(
  calendar: UnitCalendar,
  now: Date,
  { script }: Course,
  daysAgo: number,
  random: Random,
): Date {
  const minute = script.atCounter ? random.whole(430, 660) : random.whole(390, 1_320);
  const typed = new Date(
    instantAt(addDays(dayOf(now), -daysAgo), minute).getTime() + random.whole(0, 59_999),
  );
  const at = script.atCounter ? calendar.addWorkingMinutes(typed, random.whole(1, 30)) : typed;
  return at < now ? at : new Date(now.getTime() - random.whole(10, 200) * 60_000);
}
