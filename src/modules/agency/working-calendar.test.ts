import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#/platform/http/actor.ts';
import { addDays, day, weekdayOf } from '#/values/day.ts';
import { dueAt } from '#/values/deadline.ts';
import { hungKingsOn, lunarOf, tetOn } from '#/values/lunar.ts';
import { NoCalendarForYear } from '#/values/working-time.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import { calendarYears, nationalDays } from './calendar-source.ts';
import {
  calendarOf,
  decideDay,
  demoUnits,
  listCalendarDays,
  listCalendarYears,
  seedDemoUnits,
  seedReferenceData,
} from './index.ts';
import { replaceCalendarDay } from './store/calendars.ts';
import { updateVersion } from './store/dataset.ts';

const database = testDatabase('agency');
const at = (local: string) => new Date(`${local}:00+07:00`);
const now = at('2026-11-20T09:00');

beforeAll(() =>
  database().transaction(async (tx) => {
    await seedReferenceData(tx, now);
    await seedDemoUnits(tx, now);
  }),
);

const calendar = (unitId: string = demoUnits.oneStop.id) =>
  database().transaction((tx) => calendarOf(tx, unitId, now));

describe('the table of days off', () => {
  it.each(calendarYears.map(({ year }) => year))('holds the days of the law in %i', (year) => {
    const off = new Set(
      nationalDays
        .filter(({ kind, status }) => kind !== 'MAKEUP' && status !== 'AWAITING')
        .map(({ on }) => on),
    );
    const tet = tetOn(year);
    const lawful = [
      day(year, 1, 1),
      ...[-1, 0, 1, 2].map((offset) => addDays(tet, offset)),
      hungKingsOn(year),
      day(year, 4, 30),
      day(year, 5, 1),
      day(year, 9, 2),
    ];
    expect(lawful.filter((on) => !off.has(on))).toEqual([]);
  });

  it.each(calendarYears.map(({ year }) => year))('gives eleven working days off in %i', (year) => {
    const off = nationalDays.filter(
      ({ on, kind, status }) =>
        on.startsWith(String(year)) &&
        status !== 'AWAITING' &&
        weekdayOf(on) < 6 &&
        (kind === 'HOLIDAY' || kind === 'COMPENSATION'),
    );
    expect(off).toHaveLength(11);
  });

  it('names the days of Tết by the lunar calendar', () => {
    for (const { on, name } of nationalDays) {
      const [, ordinal] = /mùng (\d)/.exec(name.vi) ?? [];
      const [, last] = /(\d\d) tháng Chạp/.exec(name.vi) ?? [];
      if (ordinal) expect(lunarOf(on)).toMatchObject({ month: 1, day: Number(ordinal) });
      if (last) expect(lunarOf(on)).toMatchObject({ month: 12, day: Number(last) });
    }
  });

  it('works one Saturday for every weekday swapped away', () => {
    const makeup = nationalDays.filter(({ kind }) => kind === 'MAKEUP');
    const swapped = nationalDays.filter(({ kind }) => kind === 'SWAPPED');
    const weekdays = new Map(
      swapped.map(({ on, name }) => [on.slice(0, 4) + name.vi.slice(-5), on]),
    );
    expect(makeup).toHaveLength(swapped.length);
    for (const { on, worksAs } of makeup) {
      const partner = weekdays.get(on.slice(0, 4) + on.slice(8) + '/' + on.slice(5, 7));
      expect(partner && weekdayOf(partner)).toBe(worksAs);
    }
    expect(makeup.every(({ on }) => weekdayOf(on) === 6)).toBe(true);
  });
});

describe('the calendar of a unit', () => {
  it('runs over Tết 2026 without counting it', async () => {
    const office = await calendar();
    expect(office.addWorkingDays(at('2026-02-12T15:00'), 5)).toEqual(at('2026-02-26T15:00'));
  });

  it('works the Saturday that was swapped', async () => {
    const office = await calendar();
    expect(office.isWorking(at('2026-08-22T09:00'))).toBe(true);
    expect(office.isWorking(at('2026-08-31T09:00'))).toBe(false);
    expect(office.addWorkingDays(at('2026-08-21T09:00'), 1)).toEqual(at('2026-08-22T09:00'));
  });

  it('is inherited from the agency above', async () => {
    expect((await calendar(demoUnits.justice.id)).spansOn(day(2026, 11, 20))).toEqual(
      (await calendar(demoUnits.committee.id)).spansOn(day(2026, 11, 20)),
    );
  });

  it('opens the police on Saturday mornings without counting them', async () => {
    const saturday = day(2026, 11, 21);
    const police = await calendar(demoUnits.police.id);
    expect(police.spansOn(saturday)).toEqual([[420, 690]]);
    expect(police.isWorkingDay(saturday)).toBe(false);
    expect((await calendar()).spansOn(saturday)).toEqual([]);
  });

  it('knows the 15:00 rule', async () => {
    const sameDay = { qty: 1, unit: 'WORKING_DAY', cutoff: '15:00' } as const;
    expect(dueAt(await calendar(), at('2026-11-20T15:30'), sameDay)).toEqual(
      at('2026-11-23T17:00'),
    );
  });

  it('is provisional in years that await the yearly decision', async () => {
    const office = await calendar();
    expect(office.isProvisional(at('2026-12-31T09:00'))).toBe(false);
    expect(office.isProvisional(at('2027-02-12T09:00'))).toBe(true);
  });

  it('comes from memory until the data change', async () => {
    expect(await calendar()).toBe(await calendar());
  });

  it('does not exist for years without a table', async () => {
    const later = at('2031-01-02T09:00');
    await expect(
      database().transaction((tx) => calendarOf(tx, demoUnits.oneStop.id, later)),
    ).rejects.toThrow(NoCalendarForYear);
  });

  it('closes one office by its own decision, not the others', async () => {
    await rolledBack(database(), async (tx) => {
      await replaceCalendarDay(
        tx,
        {
          on: day(2026, 11, 26),
          unitId: demoUnits.committee.id,
          kind: 'CLOSURE',
          status: 'APPROVED',
          worksAs: null,
          name: { vi: 'Nghỉ tránh bão', en: 'Closed in a storm' },
          source: 'Thông báo của UBND phường',
        },
        now,
      );
      await updateVersion(tx, 'calendar');
      const office = await calendarOf(tx, demoUnits.oneStop.id, now);
      const police = await calendarOf(tx, demoUnits.police.id, now);
      expect(office.isWorkingDay(day(2026, 11, 26))).toBe(false);
      expect(police.isWorkingDay(day(2026, 11, 26))).toBe(true);
    });
  });
});

describe('24 November, the Day of Vietnamese Culture', () => {
  const on = day(2026, 11, 24);
  const decision = { on, isApproved: true, source: 'Luật sửa đổi Bộ luật Lao động' };

  it('awaits confirmation and is worked until then', async () => {
    const days = await database().transaction((tx) => listCalendarDays(tx, 2026, null));
    expect(days.find((each) => each.on === on)).toMatchObject({ status: 'AWAITING' });
    expect((await calendar()).isWorkingDay(on)).toBe(true);
  });

  it('is a day off once it is approved, and the calendar has another version', async () => {
    const before = await calendar();
    await rolledBack(database(), async (tx) => {
      await decideDay(tx, systemActor(now), decision);
      const after = await calendarOf(tx, demoUnits.oneStop.id, now);
      expect(after.isWorkingDay(on)).toBe(false);
      expect(after.version).not.toBe(before.version);
    });
    expect((await calendar()).isWorkingDay(on)).toBe(true);
  });

  it('disappears from the table when it is rejected', async () => {
    await rolledBack(database(), async (tx) => {
      await decideDay(tx, systemActor(now), { ...decision, isApproved: false });
      const days = await listCalendarDays(tx, 2026, null);
      expect(days.some((each) => each.on === on)).toBe(false);
    });
  });

  it('cannot be decided twice, and an ordinary day not at all', async () => {
    await rolledBack(database(), async (tx) => {
      await decideDay(tx, systemActor(now), decision);
      expect(await decideDay(tx, systemActor(now), decision)).toEqual({
        refused: 'agency.no-such-day',
      });
    });
  });
});

it('tells which years have a calendar and which of them await a decision', async () => {
  const years = await database().transaction((tx) => listCalendarYears(tx));
  expect(years.map(({ year, status }) => `${year} ${status}`)).toEqual([
    '2025 APPROVED',
    '2026 APPROVED',
    '2027 PROPOSED',
    '2028 PROPOSED',
  ]);
});
