import type { Follower } from './commands/tick.ts';

let follower: Follower = {};

/**
 * Says who follows the processes: their calendars and what else must change when time moves one. Called once at
 * start-up by the module whose cases the processes are about, which this module cannot know.
 */
export function followProcesses(whoever: Follower): void {
  follower = whoever;
}

/** Who follows the processes. */
export function theFollower(): Follower {
  return follower;
}
