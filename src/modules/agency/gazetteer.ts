import type { Tx } from '#/platform/db/index.ts';
import { addDays, type Day } from '#/values/day.ts';
import { remember } from './remember.ts';
import { existedOn, type Place } from './place.ts';
import { getVersion } from './store/dataset.ts';
import { listPlaces, listPredecessors, listSuccessors } from './store/places.ts';

/** All places in memory, read once per version of the data. */
export interface Gazetteer {
  /** Every place under a code, one after the other in time. */
  readonly lives: ReadonlyMap<string, readonly Place[]>;
  /** The communes of a province, past and present; the provinces themselves under ''. */
  readonly byProvince: ReadonlyMap<string, readonly Place[]>;
  /** Lists in alphabetical order that somebody asked for before, by province and day. */
  readonly listed: Map<string, readonly Place[]>;
}

/** The gazetteer as it stands in the database. */
export async function gazetteer(tx: Tx): Promise<Gazetteer> {
  const version = await getVersion(tx, 'places');
  return gazetteers(version, async () => {
    const places = await listPlaces(tx);
    return {
      lives: Map.groupBy(places, ({ code }) => code),
      byProvince: Map.groupBy(places, ({ provinceCode }) => provinceCode ?? ''),
      listed: new Map(),
    };
  });
}

/** The place that bears a code on a day; undefined when none does. */
export async function findPlace(tx: Tx, code: string, on: Day): Promise<Place | undefined> {
  return placeIn(await gazetteer(tx), code, on);
}

/** The provinces and centrally-run cities of a day, in alphabetical order. */
export async function listProvinces(tx: Tx, on: Day): Promise<readonly Place[]> {
  return provincesIn(await gazetteer(tx), on);
}

/** The communes, wards and special zones of a province on a day, by kind and in alphabetical order. */
export async function listCommunes(
  tx: Tx,
  provinceCode: string,
  on: Day,
): Promise<readonly Place[]> {
  return communesIn(await gazetteer(tx), provinceCode, on);
}

/** The name with the province behind it, because 244 names of communes occur in more than one province. */
export async function fullPlaceName(tx: Tx, code: string, on: Day): Promise<string | undefined> {
  const known = await gazetteer(tx);
  const place = placeIn(known, code, on);
  const province = place?.provinceCode && placeIn(known, place.provinceCode, on);
  return province ? `${place.name}, ${province.name}` : place?.name;
}

/** The places that a place of the past has become, as they were on their first day. */
export async function successorsOf(tx: Tx, code: string): Promise<Place[]> {
  const known = await gazetteer(tx);
  const lines = await listSuccessors(tx, code);
  return lines.map(({ to, on }) => getPlaceIn(known, to, on));
}

/** The places of the past that a place was made of, as they were on their last day. */
export async function predecessorsOf(tx: Tx, code: string): Promise<Place[]> {
  const known = await gazetteer(tx);
  const lines = await listPredecessors(tx, code);
  return lines.map(({ from, on }) => getPlaceIn(known, from, addDays(on, -1)));
}

function placeIn(known: Gazetteer, code: string, on: Day): Place | undefined {
  return known.lives.get(code)?.find((place) => existedOn(place, on));
}

function getPlaceIn(known: Gazetteer, code: string, on: Day): Place {
  const place = placeIn(known, code, on);
  if (!place) throw new Error(`The lineage names a place that did not exist: ${code} on ${on}`);
  return place;
}

export function provincesIn(known: Gazetteer, on: Day): readonly Place[] {
  return listIn(known, '', on, ({ name }) => name.replace(/^(Tỉnh|Thành phố) /, ''));
}

export function communesIn(known: Gazetteer, provinceCode: string, on: Day): readonly Place[] {
  return provinceCode === '' ? [] : listIn(known, provinceCode, on, ({ name }) => name);
}

/** Sorting by the rules of Vietnamese is slow, so every list is sorted once; lists of odd days are not kept for ever. */
function listIn(
  known: Gazetteer,
  within: string,
  on: Day,
  sortedBy: (place: Place) => string,
): readonly Place[] {
  const key = `${within} ${on}`;
  const before = known.listed.get(key);
  if (before) return before;
  const places = (known.byProvince.get(within) ?? [])
    .filter((place) => existedOn(place, on))
    .toSorted((a, b) => vietnamese.compare(sortedBy(a), sortedBy(b)));
  if (known.listed.size >= 1000) known.listed.clear();
  if (places.length > 0) known.listed.set(key, places);
  return places;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });
const gazetteers = remember<Gazetteer>(2);
