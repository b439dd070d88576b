import type { Actor } from '#/platform/http/index.ts';
import { dayOf, findDay, parseDay, type Day } from '#/values/day.ts';
import type { RegisterSpan } from '../../registers/register.ts';

/** The part of a register that an address or form asks for, always in a unit of the official. */
export interface SpanAsked {
  readonly span: RegisterSpan;
  /** A day cannot be read, or they stand in the wrong order: nothing is listed. */
  readonly isWrong: boolean;
}

/** Reads unit and days; without them it is this month so far, in the official's first unit. */
export function spanAsked(
  actor: Actor,
  asked: {
    readonly tu?: string | undefined;
    readonly den?: string | undefined;
    readonly don_vi?: string | undefined;
  },
): SpanAsked | undefined {
  const units = unitsOf(actor);
  const unitId = units.find((id) => id === asked.don_vi) ?? units[0];
  if (unitId === undefined) return undefined;
  const today = dayOf(actor.at);
  const until = readDay(asked.den) ?? today;
  const from = readDay(asked.tu) ?? firstOfMonth(until);
  const isUnread = [asked.tu, asked.den].some((typed) => typed && !readDay(typed));
  return { span: { unitId, from, until }, isWrong: isUnread || from > until };
}

/** A day as people write it, 1/7/2026, or as addresses hold it. */
function readDay(typed = ''): Day | undefined {
  const written = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim());
  if (!written) return parseDay(typed);
  const [day, month, year] = written.slice(1).map(Number);
  return findDay(year!, month!, day!);
}

/** The units in which an official has a post, each once. */
export function unitsOf({ posts }: Actor): string[] {
  return [...new Set(posts.map(({ unitId }) => unitId))];
}

function firstOfMonth(day: Day): Day {
  return parseDay(`${day.slice(0, 8)}01`)!;
}
