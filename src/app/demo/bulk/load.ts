import { sql } from 'kysely';
import { calendarOf, type UnitCalendar } from '#/modules/agency/index.ts';
import { countCommonness } from '#/modules/dossier/index.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { dayOf } from '#/values/day.ts';
import { applications } from '../applications/index.ts';
import { makeSample } from '../papers.ts';
import { seededRandom, type Random } from '../random.ts';
import { stories } from '../story.ts';
import type { Course } from './course.ts';
import { biographer } from './biographer.ts';
import { drawNumbers, type Planned } from './numbering.ts';
import { insertPeople, peopleOf } from './people.ts';
import { planOf } from './plan.ts';
import { rehearse } from './rehearsal.ts';
import { hurry, insertRows, ledgerOpenedAt, settled } from './tables.ts';

/** How much to load. The same seed on the same data gives the same dossiers. */
export interface BulkOrder {
  readonly dossiers: number;
  readonly seed: number;
}

type Tell = (line: string) => void;

/**
 * Loads dossiers of the last twelve months in bulk: each kind of course is played once by the use cases that people
 * use, and then lived again by others with their own names, times and numbers. All or nothing.
 */
export async function loadDossiers(
  services: Services,
  order: BulkOrder,
  tell: Tell,
): Promise<void> {
  const { database, clock } = services;
  const now = await endOfStory(database, clock.now());
  tell('Đang diễn mẫu từng loại hồ sơ…');
  const courses = await rehearse(database, { sample: await makeSample(services), now });
  tell(
    `Đã diễn ${courses.length} diễn biến; đang xếp lịch ${order.dossiers.toLocaleString('vi')} hồ sơ…`,
  );
  await database.transaction(async (tx) => {
    await hurry(tx);
    const all = await planAll(tx, courses, order, now);
    const people = await peopleOf(tx, Math.ceil(order.dossiers / 3), order.seed, dayOf(now));
    const keys = await insertPeople(tx, people, now);
    const write = await biographer(tx, {
      all,
      people,
      keys,
      numbers: await drawNumbers(tx, all),
      seed: order.seed,
      now,
    });
    await insertAll(tx, all.length, write, tell);
  });
  // Until the database has looked at what is suddenly there, it plans as if its tables were small.
  await database.transaction((tx) => sql`analyze`.execute(tx));
  await database.transaction(countCommonness);
}

/** Nothing is told that the public ledger would have had to see: the story ends where that was opened. */
async function endOfStory(database: Database, now: Date): Promise<Date> {
  const openedAt = await database.transaction(ledgerOpenedAt);
  return openedAt !== undefined && openedAt < now ? openedAt : now;
}

/** Chooses course and times of every dossier, and puts them into the order of submission. */
async function planAll(
  tx: Tx,
  courses: readonly Course[],
  { dossiers, seed }: BulkOrder,
  now: Date,
): Promise<Planned[]> {
  const choose = chooser(courses);
  const calendars = new Map<string, UnitCalendar>();
  for (const { unitId } of courses) calendars.set(unitId, await calendarOf(tx, unitId, now));
  const all: Planned[] = [];
  for (let index = 0; index < dossiers; index += 1) {
    const random = seededRandom(seed * 1_000_003 + index);
    const course = choose(random);
    all.push({ course, ...(await planOf(tx, course, calendars.get(course.unitId)!, now, random)) });
  }
  return all.sort((one, other) => one.times[0]!.getTime() - other.times[0]!.getTime());
}

/** Chooses among courses as often as their applications and stories are met. */
function chooser(courses: readonly Course[]): (random: Random) => Course {
  const weighed = courses.map((course) => {
    const { applies, story, atCounter } = course.script;
    const { perMille } = applications[applies];
    // At the counter only the ordinary story is told: three in ten dossiers come in there.
    return [course, atCounter ? perMille * 430 : perMille * stories[story].perMille] as const;
  });
  return (random) => random.weigh(weighed);
}

const batch = 500;

/** Writes all dossiers; while the database takes in one batch, the next is put into words. */
async function insertAll(
  tx: Tx,
  count: number,
  write: (from: number, to: number) => Promise<Map<string, string>>,
  tell: Tell,
): Promise<void> {
  const began = performance.now();
  let inserting = Promise.resolve();
  let told = 0;
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count);
    const texts = await write(from, to);
    await inserting;
    inserting = insertBatch(tx, texts);
    const tenth = Math.floor((to * 10) / count);
    if (tenth > told) tell(progressLine(to, count, began));
    told = tenth;
  }
  await inserting;
}

function progressLine(done: number, count: number, began: number): string {
  const seconds = Math.round((performance.now() - began) / 1000);
  return `  ${done.toLocaleString('vi')} / ${count.toLocaleString('vi')} hồ sơ, ${seconds} giây`;
}

async function insertBatch(tx: Tx, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [table, json] of texts) await insertRows(tx, table, json);
  await settled(tx);
}
