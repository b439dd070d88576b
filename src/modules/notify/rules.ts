import type { Day } from '#/values/day.ts';
import type { QuietHours } from './deliver/quiet-hours.ts';
import type { ChannelName } from './write/template.ts';
import type { SmsLetters } from './write/compose.ts';

/** How an event is told. */
export interface EventRule {
  /** What people switch on and off: dossier, payment, security. */
  readonly topic: string;
  /** Nobody can switch it off: safety of the account, legal service. */
  readonly isMandatory: boolean;
  /** Comes in quiet hours too, and never in the digest. */
  readonly isUrgent: boolean;
  /** In which order it is tried, before the person's own order. */
  readonly channels: readonly ChannelName[];
}

/** The rules of a day. */
export interface Rules {
  readonly quiet: QuietHours;
  /** Minute of the day at which the digest goes out. */
  readonly digestAt: number;
  readonly letters: SmsLetters;
  /** By the beginning of the event's name; the longest that fits counts. */
  readonly events: ReadonlyMap<string, EventRule>;
}

export const fallbackEvent: EventRule = {
  topic: 'other',
  isMandatory: false,
  isUrgent: false,
  channels: ['push', 'mail'],
};

/** The longest beginning of an event's name that is known: `dossier.accepted`, then `dossier`, then `*`. */
export function bestMatch<T>(known: ReadonlyMap<string, T>, event: string): T | undefined {
  const parts = event.split(/(?=[.-])/);
  for (let n = parts.length; n > 0; n -= 1) {
    const found = known.get(parts.slice(0, n).join(''));
    if (found !== undefined) return found;
  }
  return known.get('*');
}

/** A rule as it was written. */
export interface WrittenRule {
  readonly kind: 'quiet-hours' | 'digest' | 'sms-letters' | 'event';
  readonly subject: string;
  readonly effectiveFrom: Day;
  readonly content: unknown;
  readonly source: string;
}

/** Puts what was written together, the latest of each kind; the list is ordered by its days. */
export function rulesOf(written: readonly WrittenRule[]): Rules {
  let quiet: QuietHours = { from: 0, until: 0 };
  let digestAt = 18 * 60;
  let letters: SmsLetters = 'plain';
  const events = new Map<string, EventRule>();
  for (const { kind, subject, content } of written) {
    if (kind === 'quiet-hours') quiet = content as QuietHours;
    else if (kind === 'digest') digestAt = (content as { minute: number }).minute;
    else if (kind === 'sms-letters') letters = (content as { letters: SmsLetters }).letters;
    else events.set(subject, content as EventRule);
  }
  return { quiet, digestAt, letters, events };
}
