import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../channels/channel.ts';
import { channelNames, type ChannelName } from '../write/template.ts';
import { courseAfter, mostAttempts, type Standing } from './course.ts';
import { afterQuiet, isQuiet, nextMinute } from './quiet-hours.ts';
import { routeOf } from './route.ts';

const instant = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
});
const minute = fc.integer({ min: 0, max: 1439 });
const hours = fc.record({ from: minute, until: minute });
const order = fc.shuffledSubarray([...channelNames], { minLength: 1 });
const outcome: fc.Arbitrary<Outcome> = fc.constantFrom(
  { kind: 'refused', code: 'x' },
  { kind: 'later', code: 'x' },
  { kind: 'unknown', code: 'x' },
);
const dayMs = 86_400_000;

test('after quiet hours no phone is disturbed, nothing is early, and nothing waits longer than a day', () => {
  fc.assert(
    fc.property(instant, hours, (at, quiet) => {
      const then = afterQuiet(at, quiet);
      expect(isQuiet(then, quiet)).toBe(false);
      expect(then.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
      expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(dayMs);
      if (!isQuiet(at, quiet)) expect(then).toEqual(at);
    }),
  );
});

test('the next six in the evening is after now and within a day', () => {
  fc.assert(
    fc.property(instant, minute, (at, when) => {
      const waited = nextMinute(at, when).getTime() - at.getTime();
      expect(waited).toBeGreaterThan(0);
      expect(waited).toBeLessThanOrEqual(dayMs);
    }),
  );
});

test('whatever providers answer, a message comes to an end, keeps the order of its channels, and tries none again of which nobody knows', () => {
  fc.assert(
    fc.property(
      order,
      fc.array(outcome, { minLength: 40, maxLength: 40 }),
      instant,
      hours,
      (channels, outcomes, begin, quiet) => {
        let at = begin;
        const rules = { quiet, isUrgent: false, random: 0.5 };
        let standing: Standing = { channel: channels[0]!, channels: channels.slice(1), attempt: 0 };
        const tried: ChannelName[] = [];
        const over = new Set<ChannelName>();
        for (const one of outcomes) {
          expect(over.has(standing.channel)).toBe(false);
          tried.push(standing.channel);
          if (one.kind !== 'later') over.add(standing.channel);
          const course = courseAfter(
            { ...standing, attempt: standing.attempt + 1 },
            one,
            at,
            rules,
          );
          if (course.state !== 'waiting') {
            expect([...new Set(tried)]).toEqual(channels);
            expect(tried.length).toBeLessThanOrEqual(channels.length * mostAttempts);
            return;
          }
          expect(course.dueAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
          if (course.channel !== 'mail') expect(isQuiet(course.dueAt, quiet)).toBe(false);
          at = course.dueAt;
          standing = course;
        }
        throw new Error('it never ended');
      },
    ),
  );
});

test('people choose among the channels of an event; what is mandatory they cannot switch off', () => {
  fc.assert(
    fc.property(
      order,
      order,
      order,
      fc.boolean(),
      fc.boolean(),
      (channels, chosen, reachable, isMandatory, isMuted) => {
        const rule = { topic: 'dossier', isMandatory, isUrgent: false, channels };
        const wish = { channels: chosen, muted: isMuted ? ['dossier'] : [] };
        const route = routeOf(rule, wish, new Set(reachable));
        expect(new Set(route).size).toBe(route.length);
        for (const one of route)
          expect([channels, reachable].every((list) => list.includes(one))).toBe(true);
        const could = channels.filter((one) => reachable.includes(one));
        if (isMandatory) expect(new Set(route)).toEqual(new Set(could));
        else if (isMuted) expect(route).toEqual([]);
        else expect(route).toEqual(chosen.filter((one) => could.includes(one)));
      },
    ),
  );
});
