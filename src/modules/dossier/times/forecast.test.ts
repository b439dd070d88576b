import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, weekdayOf } from '#/values/day.ts';
import { closed } from '#/values/office-hours.ts';
import { workingCalendar } from '#/values/working-time.ts';
import { progressAt, walk } from './course.ts';
import {
  forecastOf,
  leastSimilar,
  type Course,
  type Progress,
  type Remaining,
} from './forecast.ts';

/** Numbers between 0 and 1, the same at every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Working minutes that a step takes: most are quick, some take very long. */
function skewed(draw: () => number, middle: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Math.round(middle * Math.exp(spread * normal));
}

/** A case of an office: received, examined by a quick or a slow clerk, signed on certain days. */
function simulated(draw: () => number): Course {
  const receive = skewed(draw, 60, 0.8);
  const examine = skewed(draw, draw() < 0.3 ? 2400 : 600, 0.6);
  const sign = Math.round(draw() * 960);
  const entries = [
    { state: 'SUBMITTED', at: 0 },
    { state: 'HANDLING', at: receive },
    { state: 'AWAITING_SIGNATURE', at: receive + examine },
  ];
  return { entries, total: receive + examine + sign };
}

/** A case as it stands at some moment before its end, as officials and applicants look at it. */
function cut({ entries, total }: Course, share: number): Progress {
  const elapsed = Math.floor(total * share);
  const { state, at } = entries.findLast((entry) => entry.at <= elapsed)!;
  return { state, inState: elapsed - at, elapsed };
}

describe('the forecast', () => {
  test('keeps its word: eight of ten end within its wide range, half within its narrow one', () => {
    const draw = drawing(20_261_124);
    const past = Array.from({ length: 400 }, () => simulated(draw));
    let [told, most, half, atStep] = [0, 0, 0, 0];
    for (let i = 0; i < 2000; i += 1) {
      const course = simulated(draw);
      const progress = cut(course, draw());
      const forecast = forecastOf(past, progress);
      if (typeof forecast === 'string') continue;
      const left = course.total - progress.elapsed;
      told += 1;
      atStep += forecast.basis === 'step' ? 1 : 0;
      most += forecast.most[0] <= left && left <= forecast.most[1] ? 1 : 0;
      half += forecast.half[0] <= left && left <= forecast.half[1] ? 1 : 0;
    }
    expect(told / 2000).toBeGreaterThan(0.9);
    expect(atStep / told).toBeGreaterThan(0.9);
    expect(most / told).toBeGreaterThan(0.7);
    expect(most / told).toBeLessThan(0.9);
    expect(half / told).toBeGreaterThan(0.4);
    expect(half / told).toBeLessThan(0.6);
  });

  test('is sharper than the blind one that looks at filing only', () => {
    const draw = drawing(7);
    const past = Array.from({ length: 400 }, () => simulated(draw));
    const width = ({ most }: Remaining) => most[1] - most[0];
    const blind = forecastOf(past, { state: 'SUBMITTED', inState: 0, elapsed: 0 }) as Remaining;
    const seeing = forecastOf(past, {
      state: 'AWAITING_SIGNATURE',
      inState: 0,
      elapsed: 900,
    }) as Remaining;
    expect(width(seeing)).toBeLessThan(width(blind) / 2);
  });

  test('names ranges in order, the narrow one within the wide one, never in the past', () => {
    const minutes = fc.integer({ min: 1, max: 5000 });
    const course = fc.tuple(minutes, minutes, minutes).map(([a, b, c]): Course => ({
      entries: [
        { state: 'SUBMITTED', at: 0 },
        { state: 'HANDLING', at: a },
        { state: 'SIGNED', at: a + b },
      ],
      total: a + b + c,
    }));
    const courses = fc.array(course, { minLength: leastSimilar, maxLength: 80 });
    fc.assert(
      fc.property(
        courses,
        minutes,
        fc.constantFrom('HANDLING', 'SIGNED'),
        (past, inState, state) => {
          const forecast = forecastOf(past, { state, inState, elapsed: inState * 2 });
          if (typeof forecast === 'string') return;
          const { half, most, median } = forecast;
          const order = [0, most[0], half[0], median, half[1], most[1]];
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('says nothing where too few cases are over, or this one takes longer than nearly all of them', () => {
    const draw = drawing(3);
    const past = Array.from({ length: 60 }, () => simulated(draw));
    const fresh = { state: 'SUBMITTED', inState: 0, elapsed: 0 };
    expect(forecastOf(past.slice(0, leastSimilar - 1), fresh)).toBe('few');
    expect(forecastOf(past, { state: 'HANDLING', inState: 90_000, elapsed: 90_000 })).toBe(
      'beyond',
    );
  });

  test('looks at the whole time where few cases came to the same step', () => {
    const draw = drawing(5);
    const past = Array.from({ length: 60 }, () => simulated(draw));
    const forecast = forecastOf(past, { state: 'CONSULTING', inState: 10, elapsed: 100 });
    expect(forecast).toMatchObject({ basis: 'whole' });
  });
});

describe('the way of a dossier', () => {
  const calendar = workingCalendar(day(2026, 7, 1), day(2026, 8, 31), (on) =>
    weekdayOf(on) > 5 ? closed : { spans: [[480, 720]], counts: true },
  );
  const at = (instant: string) => new Date(`2026-07-${instant}:00+07:00`);

  test('is told in working minutes, without nights, weekends and pauses', () => {
    const course = walk(
      calendar,
      [
        { at: at('17T11:00'), fromState: null, toState: 'SUBMITTED' },
        { at: at('20T09:00'), fromState: 'SUBMITTED', toState: 'HANDLING' },
        { at: at('20T10:00'), fromState: 'HANDLING', toState: 'SUPPLEMENT_REQUIRED' },
        { at: at('23T08:30'), fromState: 'SUPPLEMENT_REQUIRED', toState: 'HANDLING' },
        { at: at('23T10:00'), fromState: 'HANDLING', toState: 'AWAITING_SIGNATURE' },
      ],
      at('23T10:20'),
    );
    expect(course).toEqual({
      entries: [
        { state: 'SUBMITTED', at: 0 },
        { state: 'HANDLING', at: 120 },
        { state: 'AWAITING_SIGNATURE', at: 270 },
      ],
      total: 290,
    });
    expect(progressAt(course)).toEqual({ state: 'AWAITING_SIGNATURE', inState: 20, elapsed: 290 });
  });
});
