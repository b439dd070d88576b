import type { Tx } from '#/platform/db/index.ts';
import { addDays, type Day } from '#/values/day.ts';
import { remember } from './remember.ts';
import { existedOn, type Place } from './place.ts';
import { getVersion } from './store/dataset.ts';
import { listPlaces, listPredecessors, listSuccessors } from './store/places.ts';

/** All places in memory: reading them all costs a tenth of a second, so it is done once per version. */
export interface Gazetteer {
  readonly version: string;
  readonly lives: ReadonlyMap<string, readonly Place[]>;
  readonly byProvince: ReadonlyMap<string, readonly Place[]>;
}

/** The gazetteer as it stands in the database. */
export async function gazetteer(tx: Tx): Promise<Gazetteer> {
  const version = await getVersion(tx, 'places');
  return gazetteers(version, async () => {
    const places = (await listPlaces(tx)).toSorted((a, b) => vietnamese.compare(a.name, b.name));
    return {
      version,
      lives: Map.groupBy(places, ({ code }) => code),
      byProvince: Map.groupBy(places, ({ provinceCode }) => provinceCode ?? ''),
    };
  });
}

/** The place that bears a code on a day; undefined when none does. */
export async function findPlace(tx: Tx, code: string, on: Day): Promise<Place | undefined> {
  return placeIn(await gazetteer(tx), code, on);
}

/** The provinces and centrally-run cities of a day, in alphabetical order. */
export async function listProvinces(tx: Tx, on: Day): Promise<Place[]> {
  return provincesIn(await gazetteer(tx), on);
}

/** The communes, wards and special zones of a province on a day, by kind and in alphabetical order. */
export async function listCommunes(tx: Tx, provinceCode: string, on: Day): Promise<Place[]> {
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

export function placeIn(known: Gazetteer, code: string, on: Day): Place | undefined {
  return known.lives.get(code)?.find((place) => existedOn(place, on));
}

function getPlaceIn(known: Gazetteer, code: string, on: Day): Place {
  const place = placeIn(known, code, on);
  if (!place) throw new Error(`The lineage names a place that did not exist: ${code} on ${on}`);
  return place;
}

export function provincesIn(known: Gazetteer, on: Day): Place[] {
  const shortName = ({ name }: Place) => name.replace(/^(Tỉnh|Thành phố) /, '');
  return (known.byProvince.get('') ?? [])
    .filter((place) => existedOn(place, on))
    .toSorted((a, b) => vietnamese.compare(shortName(a), shortName(b)));
}

export function communesIn(known: Gazetteer, provinceCode: string, on: Day): Place[] {
  if (provinceCode === '') return [];
  return (known.byProvince.get(provinceCode) ?? []).filter((place) => existedOn(place, on));
}

const vietnamese = new Intl.Collator('vi', { numeric: true });
const gazetteers = remember<Gazetteer>(2);
