import { expect, it } from 'vitest';
import { day, type Day } from './day.ts';
import { closed, planOf, type DayPlan, type WeeklyHours } from './office-hours.ts';

const long: DayPlan = {
  spans: [
    [450, 690],
    [810, 1050],
  ],
  counts: true,
};
const short: DayPlan = {
  spans: [
    [420, 690],
    [810, 1020],
  ],
  counts: true,
};
const saturday: DayPlan = { spans: [[450, 690]], counts: false };
const week = (weekday: DayPlan, sixth = closed) => [
  ...Array.from({ length: 5 }, () => weekday),
  sixth,
  closed,
];
const none = new Map<Day, never>();

const always: WeeklyHours = { from: day(2025, 1, 1), week: week(long) };
const summer: WeeklyHours = {
  from: day(2025, 1, 1),
  season: { from: '04-16', to: '10-15' },
  week: week(short),
};
const tuesday = day(2026, 3, 10);

it('keeps the hours of the week', () => {
  expect(planOf(tuesday, [always], none)).toBe(long);
  expect(planOf(day(2026, 3, 14), [always], none)).toBe(closed);
  expect(planOf(day(2026, 3, 14), [{ ...always, week: week(long, saturday) }], none)).toBe(
    saturday,
  );
});

it('lets a season win over the year, in whatever order they are given', () => {
  for (const weeks of [
    [always, summer],
    [summer, always],
  ]) {
    expect(planOf(day(2026, 4, 15), weeks, none)).toBe(long);
    expect(planOf(day(2026, 4, 16), weeks, none)).toBe(short);
    expect(planOf(day(2026, 10, 15), weeks, none)).toBe(short);
    expect(planOf(day(2026, 10, 16), weeks, none)).toBe(long);
  }
});

it('knows a season over the turn of the year', () => {
  const winter = { ...summer, season: { from: '10-16', to: '04-15' } };
  expect(planOf(day(2026, 1, 5), [always, winter], none)).toBe(short);
  expect(planOf(day(2026, 6, 1), [always, winter], none)).toBe(long);
});

it('changes from one decision on office hours to the next on the day that it says', () => {
  const before = { ...always, to: day(2026, 6, 30) };
  const after = { ...always, from: day(2026, 7, 1), week: week(short) };
  expect(planOf(day(2026, 6, 30), [after, before], none)).toBe(long);
  expect(planOf(day(2026, 7, 1), [after, before], none)).toBe(short);
  expect(planOf(day(2024, 12, 31), [after, before], none)).toBe(closed);
});

it('closes on a holiday and works a swapped Saturday like a weekday', () => {
  const overrides = new Map<Day, 'closed' | { worksAs: number }>([
    [day(2026, 9, 2), 'closed'],
    [day(2026, 8, 22), { worksAs: 1 }],
  ]);
  expect(planOf(day(2026, 9, 2), [always], overrides)).toBe(closed);
  expect(planOf(day(2026, 8, 22), [always], overrides)).toBe(long);
});
