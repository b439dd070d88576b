import type { Tx } from '#/platform/db/index.ts';
import type { Course } from './course.ts';
import { periodOf } from './life.ts';
import type { Plan } from './plan.ts';
import { counterKey, takeNumbers, type Counter } from './tables.ts';

/** A dossier that is going to be written. */
export interface Planned extends Plan {
  readonly course: Course;
}

/**
 * Draws the numbers of all dossiers in the order of time, as if each move had drawn its own when it was made. Gives
 * them for each dossier in the order of its course's takes; moves that were not made have none.
 */
export async function drawNumbers(tx: Tx, all: readonly Planned[]): Promise<Int32Array[]> {
  const numbers = all.map(({ course }) => new Int32Array(course.takes.length));
  const drawn = new Map<
    string,
    { counter: Omit<Counter, 'last'>; draws: { at: number; dossier: number; take: number }[] }
  >();
  for (const [dossier, { course, times }] of all.entries()) {
    for (const [take, each] of course.takes.entries()) {
      const at = times[each.beat];
      if (!at) continue;
      const counter = { book: each.book, scope: each.scope, period: periodOf(each, at) };
      const key = counterKey(counter);
      const entry = drawn.get(key) ?? { counter, draws: [] };
      drawn.set(key, entry);
      entry.draws.push({ at: at.getTime(), dossier, take });
    }
  }
  const before = await takeNumbers(
    tx,
    [...drawn.values()].map(({ counter, draws }) => ({ ...counter, last: draws.length })),
  );
  for (const [key, { draws }] of drawn) {
    const base = before.get(key) ?? 0;
    draws.sort((one, other) => one.at - other.at || one.dossier - other.dossier);
    for (const [index, { dossier, take }] of draws.entries())
      numbers[dossier]![take] = base + index + 1;
  }
  return numbers;
}
