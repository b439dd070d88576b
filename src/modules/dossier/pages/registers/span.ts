import type { Actor } from '#/platform/http/index.ts';
import { dayOf, parseDay, type Day } from '#/values/day.ts';
import type { RegisterSpan } from '../../registers/register.ts';

/** The part of a register that an address or form asks for, always in a unit of the official. */
export interface SpanAsked {
  readonly span: RegisterSpan;
  /** The days stand in the wrong order: nothing is listed. */
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
  const until = parseDay(asked.den ?? '') ?? today;
  const from = parseDay(asked.tu ?? '') ?? firstOfMonth(until);
  return { span: { unitId, from, until }, isWrong: from > until };
}

/** The units in which an official has a post, each once. */
export function unitsOf({ posts }: Actor): string[] {
  return [...new Set(posts.map(({ unitId }) => unitId))];
}

function firstOfMonth(day: Day): Day {
  return parseDay(`${day.slice(0, 8)}01`)!;
}
