import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { calendarEdition, calendarYears, nationalDays } from './calendar-source.ts';
import { placeEdition, readPlaces } from './place-source.ts';
import {
  replaceCalendarDay,
  selectCalendarDays,
  supersede,
  upsertCalendarYear,
} from './store/calendars.ts';
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

/** A new edition brings days and changes them; what people decided by hand since then gives way to it. */
async function loadCalendar(tx: Tx, at: Date): Promise<void> {
  for (const year of calendarYears) await upsertCalendarYear(tx, year, at);
  const known = new Map((await selectCalendarDays(tx, null)).map((day) => [day.on, day]));
  for (const day of nationalDays) {
    if (JSON.stringify(known.get(day.on)) !== JSON.stringify(day)) {
      await replaceCalendarDay(tx, day, at);
    }
    known.delete(day.on);
  }
  for (const on of known.keys()) await supersede(tx, on, null, at);
}
