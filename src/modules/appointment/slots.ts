import { addDays, dayOf, weekdayOf, type Day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import type { Span } from '#/values/office-hours.ts';
import type { BookingRule, Offer } from './appointment.ts';

/** A time that may be booked, and the desks that are free then. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly deskIds: readonly string[];
}

/** A time at a desk that is kept already. */
export interface Kept {
  readonly deskId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whether a desk serves on a day. */
export function servesOn(offer: Offer, on: Day): boolean {
  const { validFrom, validTo, weekdays } = offer;
  return validFrom <= on && (validTo === null || on < validTo) && weekdays.includes(weekdayOf(on));
}

/** The days that may be asked for: from today as far ahead as the rule says. */
export function bookableDays(now: Date, { aheadDays }: BookingRule): Day[] {
  return Array.from({ length: aheadDays + 1 }, (_, n) => addDays(dayOf(now), n));
}

/** The free times of a day, each whole within a span of the opening hours, in their order. */
export function slotsOn(
  on: Day,
  spans: readonly Span[],
  offers: readonly Offer[],
  kept: readonly Kept[],
  rule: BookingRule,
  now: Date,
): Slot[] {
  const earliest = now.getTime() + rule.noticeMinutes * 60_000;
  const free = new Map<string, { startsAt: Date; endsAt: Date; deskIds: string[] }>();
  if (on > addDays(dayOf(now), rule.aheadDays)) return [];
  for (const offer of offers) {
    if (!offer.isBookable || !servesOn(offer, on)) continue;
    for (const [from, to] of spans)
      for (let minute = from; minute + offer.minutes <= to; minute += offer.minutes) {
        const [startsAt, endsAt] = [instantAt(on, minute), instantAt(on, minute + offer.minutes)];
        if (startsAt.getTime() < earliest || isKept(kept, offer.deskId, startsAt, endsAt)) continue;
        const key = `${startsAt.getTime()} ${endsAt.getTime()}`;
        const slot = free.get(key);
        if (slot) slot.deskIds.push(offer.deskId);
        else free.set(key, { startsAt, endsAt, deskIds: [offer.deskId] });
      }
  }
  return [...free.values()].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function isKept(kept: readonly Kept[], deskId: string, from: Date, to: Date): boolean {
  return kept.some((one) => one.deskId === deskId && one.startsAt < to && from < one.endsAt);
}
