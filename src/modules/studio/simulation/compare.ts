import type { CompiledProcess } from '#/modules/process/index.ts';
import type { OfficeClock } from './office-clock.ts';
import { play } from './play.ts';
import type { OneMore, Outcome, SimulationResult } from './result.ts';
import type { Setting } from './setting.ts';

/** How many plays a comparison takes. */
export function playsOf({ pools }: Setting): number {
  return 1 + pools.length;
}

/**
 * Plays the office as it is, and again with one more person in each pool, with the same applicants and the same work.
 * Yields while it plays; true each time that one play of `playsOf` is over.
 */
export function* compare(
  compiled: CompiledProcess,
  setting: Setting,
  clock: OfficeClock,
): Generator<boolean, SimulationResult> {
  const people = new Map(setting.pools.map((pool) => [pool.id, pool.people]));
  const base = yield* played(compiled, setting, clock, people);
  yield true;
  const oneMore: OneMore[] = [];
  for (const { id } of setting.pools) {
    const more = new Map(people).set(id, people.get(id)! + 1);
    const { whole, wait, judged, onTime } = yield* played(compiled, setting, clock, more);
    oneMore.push({ pool: id, whole, wait, judged, onTime });
    yield true;
  }
  return { base, oneMore: oneMore.toSorted((a, b) => a.whole.mean - b.whole.mean) };
}

/** Share of the judged cases that were on time. */
export function shareOf({ judged, onTime }: Pick<Outcome, 'judged' | 'onTime'>): number {
  return judged === 0 ? 1 : onTime / judged;
}

function* played(...of: Parameters<typeof play>): Generator<boolean, Outcome> {
  const game = play(...of);
  for (let turn = game.next(); ; turn = game.next()) {
    if (turn.done === true) return turn.value;
    yield false;
  }
}
