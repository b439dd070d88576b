import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/actor.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, day, weekdayOf, type Day } from '#/values/day.ts';
import { dueAt } from '#/values/deadline.ts';
import { hungKingsOn, lunarOf, tetOn } from '#/values/lunar.ts';
import { text } from '#/values/text.ts';
import { NoCalendarForYear } from '#/values/working-time.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import { calendarYears, nationalDays } from './calendar-source.ts';
import {
  calendarOf,
  applyChange,
  proposeDay,
  proposeHours,
  type CalendarChange,
  worldsOf,
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
  const admin = systemActor(now);
  const off = {
    on,
    unitId: null,
    kind: 'HOLIDAY' as const,
    worksAs: null,
    name: text('Ngày Văn hóa Việt Nam', 'Day of Vietnamese Culture'),
    source: 'Luật sửa đổi Bộ luật Lao động',
  };

  async function decided(tx: Tx, day: Parameters<typeof proposeDay>[2]): Promise<CalendarChange> {
    const change = await proposeDay(tx, admin, day);
    if (isRefusal(change)) throw new Error(change.refused);
    const applied = await applyChange(tx, admin, change.id);
    if (isRefusal(applied)) throw new Error(applied.refused);
    return applied;
  }

  it('awaits confirmation and is worked until then', async () => {
    const days = await database().transaction((tx) => listCalendarDays(tx, 2026, null));
    expect(days.find((each) => each.on === on)).toMatchObject({ status: 'AWAITING' });
    expect((await calendar()).isWorkingDay(on)).toBe(true);
  });

  it('stays as it is while a change is only proposed, and both worlds can be looked at', async () => {
    await rolledBack(database(), async (tx) => {
      const change = await proposeDay(tx, admin, off);
      if (isRefusal(change)) throw new Error(change.refused);
      const worlds = worldsOf(tx, change);
      expect((await worlds.before(demoUnits.oneStop.id)).isWorkingDay(on)).toBe(true);
      expect((await worlds.after(demoUnits.oneStop.id)).isWorkingDay(on)).toBe(false);
      expect((await calendarOf(tx, demoUnits.oneStop.id, now)).isWorkingDay(on)).toBe(true);
    });
  });

  it('is a day off once the change is applied, the calendar has another version, and the world before is known', async () => {
    const before = await calendar();
    await rolledBack(database(), async (tx) => {
      const change = await decided(tx, off);
      const after = await calendarOf(tx, demoUnits.oneStop.id, now);
      expect(after.isWorkingDay(on)).toBe(false);
      expect(after.version).not.toBe(before.version);
      const worlds = worldsOf(tx, change);
      expect((await worlds.before(demoUnits.oneStop.id)).isWorkingDay(on)).toBe(true);
      expect((await worlds.after(demoUnits.oneStop.id)).isWorkingDay(on)).toBe(false);
    });
    expect((await calendar()).isWorkingDay(on)).toBe(true);
  });

  it('disappears from the table when it is rejected', async () => {
    await rolledBack(database(), async (tx) => {
      await decided(tx, { ...off, kind: 'ORDINARY' });
      const days = await listCalendarDays(tx, 2026, null);
      expect(days.some((each) => each.on === on)).toBe(false);
    });
  });

  it('cannot be decided twice; what was proposed on an older calendar has to be looked at again', async () => {
    await rolledBack(database(), async (tx) => {
      const rival = await proposeDay(tx, admin, { ...off, kind: 'CLOSURE' });
      const change = await decided(tx, off);
      expect(await proposeDay(tx, admin, off)).toMatchObject({ refused: 'agency.day-already-so' });
      expect(await applyChange(tx, admin, change.id)).toEqual({ refused: 'agency.change-settled' });
      expect(await applyChange(tx, admin, (rival as CalendarChange).id)).toEqual({
        refused: 'agency.change-outdated',
      });
    });
  });

  it('can be a closure of one office alone, made up for on a Saturday that counts', async () => {
    await rolledBack(database(), async (tx) => {
      const { police, oneStop } = demoUnits;
      await decided(tx, { ...off, unitId: police.id, kind: 'CLOSURE' });
      const saturday = day(2026, 11, 28);
      await decided(tx, { ...off, on: saturday, unitId: police.id, kind: 'MAKEUP', worksAs: 2 });
      const open = async (id: string, when: Day) =>
        (await calendarOf(tx, id, now)).isWorkingDay(when);
      expect([await open(police.id, on), await open(police.id, saturday)]).toEqual([false, true]);
      expect([await open(oneStop.id, on), await open(oneStop.id, saturday)]).toEqual([true, false]);
    });
  });

  it('is out of reach once it is long past, and in a year without calendar', async () => {
    await rolledBack(database(), async (tx) => {
      for (const [when, refused] of [
        [day(2026, 1, 5), 'agency.day-long-past'],
        [day(2040, 1, 5), 'agency.no-calendar-of-year'],
      ] as const) {
        expect(await proposeDay(tx, admin, { ...off, on: when })).toMatchObject({ refused });
      }
    });
  });
});

describe('other office hours', () => {
  const summer = {
    from: day(2026, 11, 1),
    season: { from: '12-01', to: '12-31' },
    week: Array.from({ length: 7 }, (_, weekday) =>
      weekday < 5 ? { spans: [[450, 1020] as const], counts: true } : { spans: [], counts: false },
    ),
  };

  it('hold in their season only, for the unit and those below it', async () => {
    await rolledBack(database(), async (tx) => {
      const { committee, oneStop, police } = demoUnits;
      const change = await proposeHours(tx, systemActor(now), {
        unitId: committee.id,
        hours: summer,
        source: 'Quyết định 1/QĐ-UBND',
      });
      if (isRefusal(change)) throw new Error(change.refused);
      const worlds = worldsOf(tx, change);
      const tuesday = day(2026, 12, 1);
      expect((await worlds.after(oneStop.id)).spansOn(tuesday)).toEqual([[450, 1020]]);
      expect((await worlds.before(oneStop.id)).spansOn(tuesday)).toHaveLength(2);
      expect((await worlds.after(police.id)).spansOn(tuesday)).toHaveLength(2);
      await applyChange(tx, systemActor(now), change.id);
      const calendar = await calendarOf(tx, oneStop.id, now);
      expect(calendar.spansOn(tuesday)).toEqual([[450, 1020]]);
      expect(calendar.spansOn(day(2027, 1, 5))).toHaveLength(2);
      expect((await worldsOf(tx, change).before(oneStop.id)).spansOn(tuesday)).toHaveLength(2);
    });
  });

  it('are set where a unit has hours of its own', async () => {
    await rolledBack(database(), async (tx) => {
      const asked = { unitId: demoUnits.oneStop.id, hours: summer, source: 'x' };
      expect(await proposeHours(tx, systemActor(now), asked)).toEqual({
        refused: 'agency.hours-not-own',
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
