import { isPaused as isPausedState, type State } from './dossier.ts';
import type { Act } from './store/index.ts';

/** A time in which the clock of a dossier stood still. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The pauses of a dossier that are over, from its history: each begins with an act that leads into a paused state
 * and ends with the act that leads out of it.
 */
export function pausesOf(acts: readonly Pick<Act, 'at' | 'fromState' | 'toState'>[]): Pause[] {
  const pauses: Pause[] = [];
  let from: Date | undefined;
  for (const { at, fromState, toState } of acts) {
    const wasPaused = isPaused(fromState);
    if (!wasPaused && isPaused(toState)) from = at;
    if (wasPaused && !isPaused(toState) && from) {
      pauses.push({ from, to: at });
      from = undefined;
    }
  }
  return pauses;
}

function isPaused(state: State | null): boolean {
  return state !== null && isPausedState(state);
}
