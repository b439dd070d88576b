import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#/values/day.ts';
import { instantAt, minuteOfDay } from '#/values/instant.ts';
import type { BookingRule, Offer } from './appointment.ts';
import { slotsOn, type Kept } from './slots.ts';

const monday = day(2026, 7, 13);
const rule: BookingRule = {
  aheadDays: 14,
  noticeMinutes: 60,
  graceMinutes: 15,
  remindMinutes: 1440,
  mostOpen: 3,
  keepDays: 30,
};
const hours = [
  [420, 690],
  [810, 1020],
] as const;

function offer(deskId: string, minutes: number, more: Partial<Offer> = {}): Offer {
  return {
    id: deskId,
    deskId,
    serviceId: 's',
    minutes,
    weekdays: [1, 2, 3, 4, 5],
    isBookable: true,
    validFrom: day(2025, 7, 1),
    validTo: null,
    ...more,
  };
}

test('a desk that takes half an hour offers nine times in the morning and seven in the afternoon', () => {
  const slots = slotsOn(monday, hours, [offer('1', 30)], [], rule, instantAt(monday, 0));
  expect(slots.map(({ startsAt }) => minuteOfDay(startsAt))).toEqual([
    420, 450, 480, 510, 540, 570, 600, 630, 660, 810, 840, 870, 900, 930, 960, 990,
  ]);
});

test('nothing is offered sooner than the rule says, on a day without a plan, or further ahead', () => {
  const at = instantAt(monday, 595);
  const [first] = slotsOn(monday, hours, [offer('1', 30)], [], rule, at);
  expect(minuteOfDay(first!.startsAt)).toBe(660);
  expect(slotsOn(addDays(monday, 5), hours, [offer('1', 30)], [], rule, at)).toEqual([]);
  expect(slotsOn(addDays(monday, 15), hours, [offer('1', 30)], [], rule, at)).toEqual([]);
  const ended = offer('1', 30, { validTo: monday });
  expect(slotsOn(monday, hours, [ended], [], rule, instantAt(monday, 0))).toEqual([]);
});

test('whatever is kept, no free time of a desk overlaps it, and each lies whole within the hours', () => {
  const kept = fc.array(
    fc.record({
      deskId: fc.constantFrom('1', '2'),
      from: fc.integer({ min: 400, max: 1000 }),
      minutes: fc.integer({ min: 5, max: 90 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      kept,
      fc.integer({ min: 5, max: 120 }),
      fc.integer({ min: 5, max: 120 }),
      (taken, one, other) => {
        const keeps: Kept[] = taken.map(({ deskId, from, minutes }) => ({
          deskId,
          startsAt: instantAt(monday, from),
          endsAt: instantAt(monday, from + minutes),
        }));
        const offers = [offer('1', one), offer('2', other)];
        for (const slot of slotsOn(monday, hours, offers, keeps, rule, instantAt(monday, 0))) {
          const from = minuteOfDay(slot.startsAt);
          const to = minuteOfDay(slot.endsAt);
          expect(hours.some(([opens, closes]) => opens <= from && to <= closes)).toBe(true);
          for (const deskId of slot.deskIds)
            expect(
              keeps.some(
                (each) =>
                  each.deskId === deskId &&
                  each.startsAt < slot.endsAt &&
                  slot.startsAt < each.endsAt,
              ),
            ).toBe(false);
        }
      },
    ),
  );
});
