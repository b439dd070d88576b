import type { ChannelName } from '../write/template.ts';
import type { Outcome } from '../channels/channel.ts';
import { afterQuiet, type QuietHours } from './quiet-hours.ts';

/** Where a message is on its way. */
export interface Standing {
  readonly channel: ChannelName;
  /** Channels that are left after this one. */
  readonly channels: readonly ChannelName[];
  /** Tries on this channel, this one included. */
  readonly attempt: number;
}

/** How it goes on. */
export type Course =
  | { readonly state: 'sent'; readonly ref: string | null }
  | {
      readonly state: 'waiting';
      readonly channel: ChannelName;
      readonly channels: readonly ChannelName[];
      readonly attempt: number;
      readonly dueAt: Date;
    }
  | { readonly state: 'failed' | 'dead' | 'unknown' };

export interface CourseRules {
  readonly quiet: QuietHours;
  readonly isUrgent: boolean;
  /** From 0 to 1: so that a thousand messages that failed together do not come back together. */
  readonly random: number;
}

/** Tries on one channel before the next one has its turn. */
export const mostAttempts = 6;
const [firstPauseMs, longestPauseMs] = [30_000, 3_600_000];

/** Channels that make a phone ring. */
const loud: ReadonlySet<ChannelName> = new Set(['sms', 'zns', 'push']);

/**
 * What comes after an outcome. A channel whose outcome nobody knows is never tried again by itself: of "twice" and
 * "perhaps not", the second leaves the inbox, and the next channel is asked.
 */
export function courseAfter(
  standing: Standing,
  outcome: Outcome,
  at: Date,
  rules: CourseRules,
): Course {
  if (outcome.kind === 'sent') return { state: 'sent', ref: outcome.ref };
  if (outcome.kind === 'later' && standing.attempt < mostAttempts) {
    const dueAt = new Date(at.getTime() + pauseOf(standing.attempt, outcome.afterMs, rules.random));
    return { ...standing, state: 'waiting', dueAt: firstTime(standing.channel, dueAt, rules) };
  }
  const [channel, ...channels] = standing.channels;
  if (channel !== undefined)
    return {
      state: 'waiting',
      channel,
      channels,
      attempt: 0,
      dueAt: firstTime(channel, at, rules),
    };
  if (outcome.kind === 'unknown') return { state: 'unknown' };
  return { state: outcome.kind === 'refused' ? 'failed' : 'dead' };
}

/** The first instant from `at` on at which this channel may be used. */
export function firstTime(
  channel: ChannelName,
  at: Date,
  { quiet, isUrgent }: Pick<CourseRules, 'quiet' | 'isUrgent'>,
): Date {
  return isUrgent || !loud.has(channel) ? at : afterQuiet(at, quiet);
}

/** Twice as long after each try, up to an hour, a fifth more or less; never shorter than the provider asked for. */
function pauseOf(attempt: number, askedMs: number | undefined, random: number): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  return Math.max(askedMs ?? 0, Math.round(pause * (0.8 + 0.4 * random)));
}
