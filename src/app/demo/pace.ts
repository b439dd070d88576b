import { addDays, dayOf } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';
import type { Random } from './random.ts';
import type { Move, Situation } from './story.ts';

/** What is known of a move before it is made. */
export interface Occasion {
  readonly move: Move;
  readonly situation: Situation;
  /** Working hours that the process gives to the step; null where it gives none. */
  readonly hours: number | null;
  /** When the dossier is due; null before it is accepted. */
  readonly dueAt: Date | null;
}

/** When a move is made that became possible at `from`: officials in their hours, applicants when they please. */
export function momentOf(
  calendar: WorkingCalendar,
  from: Date,
  occasion: Occasion,
  random: Random,
): Date {
  const { move, situation, dueAt } = occasion;
  if (move === 'apologise' && dueAt !== null)
    return later(from, new Date(dueAt.getTime() + random.whole(2, 7) * 60_000));
  if (move === 'stop')
    return atWork(calendar, instantAt(addDays(dayOf(from), 31), 480), random.whole(5, 200), random);
  if (move === 'withdraw' || move === 'write') return atHome(from, random.whole(0, 1), random);
  if (move === 'claim') return atWork(calendar, from, random.whole(2, 45), random);
  if (situation === 'asked') return atHome(from, random.whole(0, 9), random);
  // The law gives them a day for it.
  if (situation === 'confirming') return atHome(from, 0, random);
  if (situation === 'pay') return atHome(from, random.whole(0, 1), random);
  return inTime(
    atWork(calendar, from, minutesOf(occasion, random), random),
    from,
    occasion,
    random,
  );
}

/** Officials keep deadlines, but for those that a story wants late. Handing out comes after the end. */
function inTime(at: Date, from: Date, { situation, dueAt }: Occasion, random: Random): Date {
  if (dueAt === null || situation === 'deliver' || at <= dueAt || from >= dueAt) return at;
  const lastHour = dueAt.getTime() - random.whole(3, 40) * 60_000;
  return new Date(Math.max(lastHour, from.getTime() + 60_000));
}

/** Working minutes that an official lets pass before the move: by kind of step, else a part of what the step is given. */
function minutesOf({ situation, hours }: Occasion, random: Random): number {
  const usual = usualMinutes[situation]?.(random);
  return usual ?? Math.max(5, Math.round((hours ?? 4) * 60 * (0.1 + random.share() * 0.75)));
}

const usualMinutes: Partial<Record<Situation, (random: Random) => number>> = {
  receive: (random) => (random.chance(0.8) ? random.whole(6, 90) : random.whole(90, 400)),
  assign: (random) => random.whole(15, 200),
  register: (random) => random.whole(8, 60),
  deliver: (random) => (random.chance(0.6) ? random.whole(5, 60) : random.whole(60, 900)),
};

function atWork(calendar: WorkingCalendar, from: Date, minutes: number, random: Random): Date {
  return new Date(calendar.addWorkingMinutes(from, minutes).getTime() + random.whole(0, 59_000));
}

/** Some days later between seven in the morning and ten in the evening, or within hours on the same day. */
function atHome(from: Date, days: number, random: Random): Date {
  if (days === 0) return new Date(from.getTime() + random.whole(20, 300) * 60_000);
  return instantAt(addDays(dayOf(from), days), random.whole(7 * 60, 22 * 60));
}

function later(one: Date, other: Date): Date {
  return one > other ? new Date(one.getTime() + 60_000) : other;
}
