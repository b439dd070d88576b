import { sql } from 'kysely';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { book } from './commands/book.ts';
import { callAgain, callNext, endTicket, openDesk, passOn, pauseDesk } from './commands/desk.ts';
import { checkIn, takeTicket } from './commands/take-ticket.ts';
import { demoHalls } from './demo.ts';
import { findService } from './store/plan.ts';
import { findTicket } from './store/tickets.ts';
import type { Ticket } from './ticket.ts';
import { official, openHall } from './testing-hall.ts';

const database = testDatabase('appointment');
const monday = day(2026, 7, 13);
const [file, collect, ask] = demoHalls.oneStop.services;
const [first, second, third] = demoHalls.oneStop.desks;

let days = 0;
/** Every test has a day of its own: numbers begin anew. */
function newDay() {
  const on = addDays(monday, 7 * (days += 1));
  return (minute: number) => instantAt(on, minute);
}

beforeAll(() => openHall(database(), instantAt(monday, 420)));

async function take(service: { id: string }, at: Date, priority: string | null = null) {
  const ticket = await database().transaction(async (tx) =>
    takeTicket(tx, (await findService(tx, service.id))!, { priority }, at),
  );
  if (isRefusal(ticket)) throw new Error(ticket.refused);
  return ticket;
}

async function sitDown(desk: { id: string }, at: Date): Promise<Actor> {
  const clerk = await official(database(), at);
  await database().transaction(async (tx) => {
    await sql`delete from appointment.shift where desk_id = ${desk.id}`.execute(tx);
    await sql`update appointment.ticket set state = 'DONE', ended_at = ${at}
      where desk_id = ${desk.id} and state = 'CALLED'`.execute(tx);
  });
  const refused = await database().transaction((tx) => openDesk(tx, clerk, desk.id));
  if (refused) throw new Error(refused.refused);
  return clerk;
}

const next = (clerk: Actor, desk: { id: string }, present: string | null) =>
  database().transaction((tx) => callNext(tx, clerk, desk.id, present));

test('numbers of a unit and day run from 1 without gaps, however many take one at once', async () => {
  const at = newDay();
  const tickets = await Promise.all(
    Array.from({ length: 40 }, (_, n) => take(n % 2 ? file : collect, at(430))),
  );
  const numbers = tickets.map(({ number }) => number).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
});

test('outside opening hours the machine gives no number', async () => {
  const at = newDay();
  const refused = await database().transaction(async (tx) =>
    takeTicket(tx, (await findService(tx, file.id))!, { priority: null }, at(740)),
  );
  expect(refused).toMatchObject({ refused: 'appointment.office-closed' });
});

test('several desks that call at the same moment never call the same number', async () => {
  const at = newDay();
  for (let n = 0; n < 20; n += 1) await take(file, at(430 + n));
  const clerks = [await sitDown(first, at(500)), await sitDown(second, at(500))] as const;
  const called: Ticket[] = [];
  let present: [string | null, string | null] = [null, null];
  for (let round = 0; round < 10; round += 1) {
    const both = await Promise.all([
      next(clerks[0], first, present[0]),
      next(clerks[1], second, present[1]),
    ]);
    for (const one of both) {
      if (one === null || isRefusal(one)) throw new Error('nobody was called');
      called.push(one);
    }
    present = [(both[0] as Ticket).id, (both[1] as Ticket).id];
  }
  expect(new Set(called.map(({ id }) => id)).size).toBe(20);
  expect(await next(clerks[0], first, present[0])).toBeNull();
}, 60_000);

test('a double click calls once: the second click is told that the desk has moved on', async () => {
  const at = newDay();
  await take(file, at(430));
  await take(file, at(431));
  const clerk = await sitDown(first, at(500));
  const both = await Promise.all([next(clerk, first, null), next(clerk, first, null)]);
  expect(both.filter((one) => one !== null && isRefusal(one))).toMatchObject([
    { refused: 'appointment.desk-moved-on' },
  ]);
});

test('whoever has priority is called earlier, and who has an appointment at the hour of it', async () => {
  const at = newDay();
  const early = await take(file, at(430));
  const late = await take(file, at(505));
  const frail = await take(file, at(506), 'DISABLED');
  const booked = await database().transaction((tx) =>
    book(
      tx,
      { guest: { name: 'Trần Văn An', phone: '+84912345678' }, at: at(425) },
      { serviceId: file.id, startsAt: at(510), procedureSlug: null, dossierCode: null },
    ),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  const expected = await database().transaction((tx) => checkIn(tx, booked.appointment, at(500)));
  const again = await database().transaction((tx) => checkIn(tx, booked.appointment, at(501)));
  expect(again).toMatchObject({ id: (expected as Ticket).id });
  const after = await take(file, at(520));
  const clerk = await sitDown(first, at(530));
  const order: number[] = [];
  let present: string | null = null;
  for (let n = 0; n < 5; n += 1) {
    const one = await next(clerk, first, present);
    if (one === null || isRefusal(one)) throw new Error('nobody was called');
    order.push(one.number);
    present = one.id;
  }
  const wanted = [frail, early, late, expected as Ticket, after];
  expect(order).toEqual(wanted.map(({ number }) => number));
});

test('who did not come can be called again, and who is passed on keeps their turn', async () => {
  const at = newDay();
  const [one, two] = [await take(collect, at(430)), await take(ask, at(440))];
  const clerk = await sitDown(third, at(500));
  const called = await next(clerk, third, null);
  expect(called).toMatchObject({ id: one.id });
  const skipped = await database().transaction((tx) =>
    endTicket(tx, clerk, third.id, one.id, 'SKIPPED'),
  );
  expect(skipped).toBeUndefined();
  const again = await database().transaction((tx) => callAgain(tx, clerk, third.id, one.id));
  expect(again).toMatchObject({ id: one.id });
  const passed = await database().transaction((tx) => passOn(tx, clerk, third.id, one.id, ask.id));
  expect(passed).toBeUndefined();
  expect(await next(clerk, third, null)).toMatchObject({ id: one.id, serviceId: ask.id });
  expect(await next(clerk, third, one.id)).toMatchObject({ id: two.id });
});

test('a desk that is held is nobody else’s until it pauses', async () => {
  const at = newDay();
  const clerk = await sitDown(first, at(500));
  const other = await official(database(), at(500));
  const open = () => database().transaction((tx) => openDesk(tx, other, first.id));
  expect(await open()).toMatchObject({ refused: 'appointment.desk-held' });
  expect(await next(other, first, null)).toMatchObject({ refused: 'appointment.desk-not-held' });
  await database().transaction((tx) => pauseDesk(tx, clerk, first.id));
  expect(await open()).toBeUndefined();
  const stranger = { ...other, posts: [] };
  const foreign = await database().transaction((tx) => openDesk(tx, stranger, second.id));
  expect(foreign).toMatchObject({ refused: 'appointment.not-your-desk' });
});

test('whatever desks do in whatever order, a number is at one desk and a desk has one number', async () => {
  const deed = fc.record({
    desk: fc.constantFrom(0, 1),
    act: fc.constantFrom('next' as const, 'done' as const, 'skip' as const, 'again' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (deeds) => {
      const at = newDay();
      for (let n = 0; n < 6; n += 1) await take(file, at(430 + n));
      const desks = [first, second] as const;
      const clerks = [await sitDown(first, at(500)), await sitDown(second, at(500))] as const;
      const seen: [string | null, string | null] = [null, null];
      await Promise.all(
        deeds.map(async ({ desk, act }) => {
          const [clerk, { id }, present] = [clerks[desk]!, desks[desk]!, seen[desk]!];
          if (act === 'next') {
            const one = await next(clerk, { id }, present);
            if (one && !isRefusal(one)) seen[desk] = one.id;
          } else if (present !== null)
            await database().transaction<unknown>((tx) =>
              act === 'again'
                ? callAgain(tx, clerk, id, present)
                : endTicket(tx, clerk, id, present, act === 'done' ? 'DONE' : 'SKIPPED'),
            );
        }),
      );
      const { rows } = await database().transaction((tx) =>
        sql<{ n: number; most: number }>`
          select count(*) as n, coalesce(max(c), 0) as most from (
            select count(*) as c from appointment.ticket where state = 'CALLED' group by desk_id) x`.execute(
          tx,
        ),
      );
      expect(rows[0]!.most).toBeLessThanOrEqual(1);
      for (const id of seen)
        if (id !== null)
          expect((await database().transaction((tx) => findTicket(tx, id)))?.deskId).not.toBeNull();
    }),
    { numRuns: 15 },
  );
}, 120_000);
