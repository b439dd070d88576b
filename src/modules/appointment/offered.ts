import { calendarOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { addDays, dayOf, type Day } from '#/values/day.ts';
import { NoCalendarForYear } from '#/values/working-time.ts';
import type { BookingRule, Service } from './appointment.ts';
import { bookableDays, slotsOn, type Slot } from './slots.ts';
import { listKept } from './store/appointments.ts';
import { getRule, listOffers } from './store/plan.ts';

/** What may be booked for a service. */
export interface Offered {
  readonly rule: BookingRule;
  /** Days with at least one free time, with their free times. */
  readonly days: ReadonlyMap<Day, readonly Slot[]>;
}

/**
 * The free times of a service, by the calendar of its unit, what its desks serve and what is kept already; of one day
 * when it is named.
 */
export async function offeredOf(tx: Tx, service: Service, now: Date, only?: Day): Promise<Offered> {
  const today = dayOf(now);
  const rule = await getRule(tx, today);
  const until = addDays(today, rule.aheadDays);
  const [offers, kept, calendar] = await Promise.all([
    listOffers(tx, { unitId: service.unitId, from: today, to: until }),
    listKept(tx, service.unitId, only ?? today, only ?? until),
    calendarOf(tx, service.unitId, now),
  ]);
  const serving = offers.filter(({ serviceId }) => serviceId === service.id);
  const days = new Map<Day, readonly Slot[]>();
  for (const on of bookableDays(now, rule)) {
    if (only !== undefined && on !== only) continue;
    const slots = slotsOn(on, spansOf(calendar, on), serving, kept, rule, now);
    if (slots.length > 0) days.set(on, slots);
  }
  return { rule, days };
}

/** The opening hours of a day; none in a year that has no calendar yet. */
export function spansOf(calendar: Awaited<ReturnType<typeof calendarOf>>, on: Day) {
  try {
    return calendar.spansOn(on);
  } catch (error) {
    if (error instanceof NoCalendarForYear) return [];
    throw error;
  }
}
