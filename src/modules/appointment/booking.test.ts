import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { applyChange, proposeDay } from '#/modules/agency/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { book, type Booked } from './commands/book.ts';
import { cancel } from './commands/cancel.ts';
import { move } from './commands/move.ts';
import { ownAppointment } from './commands/own.ts';
import { demoHalls } from './demo.ts';
import { lookAfter } from './jobs.ts';
import { offeredOf } from './offered.ts';
import { findService } from './store/plan.ts';
import { citizen, openHall } from './testing-hall.ts';

const database = testDatabase('appointment');
const sunday = day(2026, 7, 12);
const now = instantAt(sunday, 600);
const [file, collect] = demoHalls.oneStop.services;
const at = (days: number, minute: number) => instantAt(addDays(sunday, days), minute);

beforeAll(() => openHall(database(), now));

const wish = (serviceId: string, startsAt: Date) => ({
  serviceId,
  startsAt,
  procedureSlug: null,
  dossierCode: null,
});
const guest = (phone: string) => ({ guest: { name: 'Trần Văn An', phone }, at: now });
const phoneOf = (n: number) => `+8491${String(n).padStart(7, '0')}`;

/** Desks that keep two overlapping times: the one thing that must never be. */
async function overlaps(): Promise<number> {
  const { rows } = await database().transaction((tx) =>
    sql<{ n: number }>`
      select count(*) as n from appointment.appointment a join appointment.appointment b
          on a.desk_id = b.desk_id and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
       where a.state in ('BOOKED', 'ARRIVED') and b.state in ('BOOKED', 'ARRIVED')`.execute(tx),
  );
  return rows[0]!.n;
}

test('when a thousand people want times of two days at once, each time goes to one of them and the rest are told', async () => {
  const free = await database().transaction(async (tx) => {
    const { days } = await offeredOf(tx, (await findService(tx, file.id))!, now);
    return [...days.values()].slice(0, 2).flat();
  });
  const places = free.reduce((sum, { deskIds }) => sum + deskIds.length, 0);
  const outcomes: Awaited<ReturnType<typeof book>>[] = [];
  let started = 0;
  /** As many at once as there are connections. */
  const people = Array.from({ length: 16 }, async () => {
    while (started < 1000) {
      const n = (started += 1);
      const { startsAt } = free[(n * 7) % free.length]!;
      outcomes.push(
        await database().transaction((tx) => book(tx, guest(phoneOf(n)), wish(file.id, startsAt))),
      );
    }
  });
  await Promise.all(people);
  const kept = outcomes.filter((one): one is Booked => !isRefusal(one));
  const refused = outcomes.filter(isRefusal).map(({ refused: code }) => code);
  expect(places).toBe(64);
  expect(outcomes.length).toBe(1000);
  expect(kept.length).toBe(places);
  expect(new Set(refused)).toEqual(new Set(['appointment.time-taken']));
  expect(await overlaps()).toBe(0);
  const codes = kept.map(({ appointment: { on, code } }) => `${on} ${code}`);
  expect(new Set(codes).size).toBe(places);
}, 120_000);

test('the database itself refuses a second appointment at a desk that is taken', async () => {
  const copy = database().transaction((tx) =>
    sql`insert into appointment.appointment
        (id, unit_id, service_id, desk_id, on_day, starts_at, ends_at, code, person_id, subject_id, state, booked_at)
      select ${newId()}, unit_id, service_id, desk_id, on_day, starts_at + interval '10 minutes',
             ends_at + interval '10 minutes', '99999', id, id, 'BOOKED', booked_at
        from appointment.appointment where state = 'BOOKED' limit 1`.execute(tx),
  );
  await expect(copy).rejects.toThrow('one_at_a_desk');
});

test('of a desk with two services, a time for one takes the same minutes from the other', async () => {
  const ask = demoHalls.oneStop.services[2];
  const time = at(8, 420);
  const first = await database().transaction((tx) =>
    book(tx, guest(phoneOf(2001)), wish(collect.id, time)),
  );
  expect(isRefusal(first)).toBe(false);
  const second = await database().transaction((tx) =>
    book(tx, guest(phoneOf(2002)), wish(ask.id, time)),
  );
  expect(second).toMatchObject({ refused: 'appointment.time-taken' });
});

test('one person, or one telephone, holds three appointments and no more', async () => {
  const actor = await citizen(database(), now);
  const times = [450, 480, 510, 540].map((minute) => at(9, minute));
  for (const holder of [{ actor }, guest(phoneOf(3001))]) {
    const outcomes = [];
    for (const time of times)
      outcomes.push(await database().transaction((tx) => book(tx, holder, wish(file.id, time))));
    expect(outcomes.map((one) => (isRefusal(one) ? one.refused : 'kept'))).toEqual([
      'kept',
      'kept',
      'kept',
      'appointment.too-many',
    ]);
  }
});

test('whoever moves an appointment keeps the old time until the new one is theirs', async () => {
  const [one, other] = [await citizen(database(), now), await citizen(database(), now)];
  const keep = async (actor: typeof one, minute: number) => {
    const booked = await database().transaction((tx) =>
      book(tx, { actor }, wish(collect.id, at(10, minute))),
    );
    if (isRefusal(booked)) throw new Error(booked.refused);
    return booked.appointment;
  };
  const [mine, theirs] = [await keep(one, 420), await keep(other, 435)];
  const taken = await database().transaction((tx) => move(tx, one, mine, theirs.startsAt, now));
  expect(taken).toMatchObject({ refused: 'appointment.time-taken' });
  const still = await database().transaction((tx) => ownAppointment(tx, one, mine.id));
  expect(still?.state).toBe('BOOKED');
  const moved = await database().transaction((tx) => move(tx, one, mine, at(10, 450), now));
  expect(isRefusal(moved)).toBe(false);
  const freed = await keep(await citizen(database(), now), 420);
  expect(freed.startsAt).toEqual(mine.startsAt);
});

test('nobody sees, moves or cancels the appointment of another, and a guest only by the secret', async () => {
  const [one, other] = [await citizen(database(), now), await citizen(database(), now)];
  const booked = await database().transaction((tx) =>
    book(tx, { actor: one }, wish(file.id, at(11, 420))),
  );
  const guests = await database().transaction((tx) =>
    book(tx, guest(phoneOf(4001)), wish(file.id, at(11, 420))),
  );
  if (isRefusal(booked) || isRefusal(guests)) throw new Error('not kept');
  const find = (actor: typeof one | null, reference: string) =>
    database().transaction((tx) => ownAppointment(tx, actor, reference));
  expect(await find(other, booked.appointment.id)).toBeUndefined();
  expect(await find(other, guests.appointment.id)).toBeUndefined();
  expect(await find(null, booked.appointment.id)).toBeUndefined();
  expect((await find(null, guests.secret!))?.id).toBe(guests.appointment.id);
  const gone = await database().transaction((tx) => cancel(tx, guests.appointment, now));
  expect(gone).toBeUndefined();
  const twice = await database().transaction((tx) => cancel(tx, guests.appointment, now));
  expect(twice).toMatchObject({ refused: 'appointment.over' });
});

test('a person is reminded once, who did not come is noted, and guests are forgotten in time', async () => {
  const actor = await citizen(database(), now);
  const booked = await database().transaction((tx) =>
    book(tx, { actor }, wish(file.id, at(12, 420))),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  const evening = at(11, 1100);
  await Promise.all([
    database().transaction((tx) => lookAfter(tx, evening)),
    database().transaction((tx) => lookAfter(tx, evening)),
  ]);
  await database().transaction((tx) => lookAfter(tx, evening));
  const notices = async () =>
    database().transaction(async (tx) => {
      const { rows } = await sql<{
        event: string;
      }>`select event from notify.notice where person_id = ${actor.personId}`.execute(tx);
      return rows.map(({ event }) => event);
    });
  expect(await notices()).toEqual(['appointment.reminded']);
  await database().transaction((tx) => lookAfter(tx, at(12, 700)));
  const missed = await database().transaction((tx) =>
    ownAppointment(tx, actor, booked.appointment.id),
  );
  expect(missed?.state).toBe('MISSED');
  await database().transaction((tx) => lookAfter(tx, at(60, 600)));
  const { rows } = await database().transaction((tx) =>
    sql<{
      n: number;
    }>`select count(*) as n from appointment.appointment where sealed is not null or phone_index is not null`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test('when an office closes a day later on, what was booked is given up and its person told', async () => {
  const actor = await citizen(database(), now);
  const booked = await database().transaction((tx) =>
    book(tx, { actor }, wish(file.id, at(11, 450))),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  const admin = { ...actor, name: 'Quản trị' };
  await database().transaction(async (tx) => {
    const change = await proposeDay(tx, admin, {
      on: addDays(sunday, 11),
      unitId: demoHalls.oneStop.unitId,
      kind: 'CLOSURE',
      worksAs: null,
      name: text('Đóng cửa vì bão', 'Closed by a storm'),
      source: 'Quyết định 12/QĐ-UBND',
    });
    if (isRefusal(change)) return change;
    return applyChange(tx, admin, change.id);
  });
  await database().transaction((tx) => lookAfter(tx, now));
  const given = await database().transaction((tx) =>
    ownAppointment(tx, actor, booked.appointment.id),
  );
  expect(given?.state).toBe('WITHDRAWN');
});
