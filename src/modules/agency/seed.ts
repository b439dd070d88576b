import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf, partsOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { CalendarChange, DayChange } from './calendar-changes/calendar-change.ts';
import { theFollower } from './calendar-changes/follow.ts';
import type { CalendarDay } from './calendar.ts';
import { calendarEdition, calendarYears, nationalDays } from './calendar-source.ts';
import { placeEdition, readPlaces } from './place-source.ts';
import {
  replaceCalendarDay,
  selectCalendarDays,
  selectCalendarYears,
  supersede,
  upsertCalendarYear,
} from './store/calendars.ts';
import { insertCalendarChange } from './store/calendar-changes.ts';
import { findDigest, upsertDataset, type DatasetName } from './store/dataset.ts';
import { replacePlaces } from './store/places.ts';

/** Loads the places and the calendar of the country, each edition once. */
export async function seedReferenceData(tx: Tx, at: Date): Promise<void> {
  await loadOnce(tx, 'places', placeEdition, at, async () => {
    await replacePlaces(tx, await readPlaces(), at);
  });
  await loadOnce(tx, 'calendar', calendarEdition, at, () => loadCalendar(tx, at));
}

async function loadOnce(
  tx: Tx,
  name: DatasetName,
  edition: string,
  at: Date,
  load: () => Promise<void>,
): Promise<void> {
  const digest = createHash('sha256').update(edition).digest('hex');
  if ((await findDigest(tx, name)) === digest) return;
  await load();
  await upsertDataset(tx, name, digest, at);
}

/**
 * A new edition brings days and changes them; what people decided by hand since then gives way to it, but for years that
 * they approved before it knew their decision. Deadlines that run
 * already follow each day that is still ahead.
 */
async function loadCalendar(tx: Tx, at: Date): Promise<void> {
  const decided = await decidedHere(tx);
  const isOpen = ({ on }: Pick<CalendarDay, 'on'>) => !decided.has(partsOf(on).year);
  for (const year of calendarYears) {
    if (!decided.has(year.year)) await upsertCalendarYear(tx, year, at);
  }
  const present = await selectCalendarDays(tx, null);
  const isFirst = present.length === 0;
  const known = new Map(present.filter(isOpen).map((day) => [day.on, day]));
  for (const day of nationalDays.filter(isOpen)) {
    const before = known.get(day.on) ?? null;
    known.delete(day.on);
    if (JSON.stringify(before) === JSON.stringify(day)) continue;
    await replaceCalendarDay(tx, day, at);
    if (!isFirst) await follow(tx, { on: day.on, before, after: day }, at);
  }
  for (const [on, before] of known) {
    await supersede(tx, on, null, at);
    await follow(tx, { on, before, after: null }, at);
  }
}

/** Years that were approved here while the edition still waits for their decision: they stay. */
async function decidedHere(tx: Tx): Promise<ReadonlySet<number>> {
  const known = await selectCalendarYears(tx);
  const approved = known.filter(({ status }) => status === 'APPROVED').map(({ year }) => year);
  const waiting = (year: number) =>
    calendarYears.find((one) => one.year === year)?.status !== 'APPROVED';
  return new Set(approved.filter(waiting));
}

async function follow(
  tx: Tx,
  day: Pick<DayChange, 'on' | 'before' | 'after'>,
  at: Date,
): Promise<void> {
  if (day.on < dayOf(at)) return;
  const change: CalendarChange = {
    id: newId(),
    unitId: null,
    detail: { kind: 'DAY', ...day },
    source: day.after?.source ?? day.before?.source ?? '',
    proposedBy: null,
    proposedPerson: null,
    proposedAt: at,
    appliedBy: null,
    appliedAt: at,
    droppedAt: null,
  };
  await insertCalendarChange(tx, change);
  await theFollower().applied(tx, change);
}
