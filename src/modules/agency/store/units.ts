import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import type { Unit, UnitKind } from '../unit.ts';
import { upsertDataset } from './dataset.ts';

interface UnitRow {
  id: string;
  key: string;
  kind: string;
  parent_id: string | null;
  name: string;
  name_en: string;
  place_code: string;
  national_code: string;
  legacy_code: string | null;
  address: string;
  phone: string;
  valid_from: string;
  valid_to: string | null;
}

/** The units that have not ended, parents before their departments. */
export async function selectUnits(tx: Tx): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`
    with recursive tree as (
      select unit.*, array[unit.key] as path
      from agency.unit where parent_id is null and valid_to is null
      union all
      select unit.*, tree.path || unit.key
      from agency.unit join tree on unit.parent_id = tree.id where unit.valid_to is null)
    select * from tree order by path`.execute(tx);
  return rows.map(unitOf);
}

/** All units, ended or not. */
export async function selectAllUnits(tx: Tx): Promise<Unit[]> {
  const rows = await tx.selectFrom('agency.unit').selectAll().orderBy('key').execute();
  return rows.map(unitOf);
}

/** Which unit serves which place. */
export async function selectAreas(tx: Tx): Promise<{ unitId: string; placeCode: string }[]> {
  const rows = await tx.selectFrom('agency.unit_area').selectAll().orderBy('place_code').execute();
  return rows.map((row) => ({ unitId: row.unit_id, placeCode: row.place_code }));
}

/** Writes units and the places that they serve; what is there already is brought up to date. */
export async function upsertUnits(
  tx: Tx,
  units: readonly (Unit & { readonly serves: readonly string[] })[],
  at: Date,
): Promise<void> {
  for (const unit of units) {
    const { id, ...rest } = columnsOf(unit);
    await tx
      .insertInto('agency.unit')
      .values({ id, ...rest, recorded_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute();
    await tx
      .insertInto('agency.unit_area')
      .values(unit.serves.map((place_code) => ({ unit_id: id, place_code })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await upsertDataset(tx, 'units', '', at);
}

function columnsOf(unit: Unit) {
  return {
    id: unit.id,
    key: unit.key,
    kind: unit.kind,
    parent_id: unit.parentId,
    name: unit.name.vi,
    name_en: unit.name.en,
    place_code: unit.placeCode,
    national_code: unit.nationalCode,
    legacy_code: unit.legacyCode,
    address: unit.address,
    phone: unit.phone,
    valid_from: unit.from,
    valid_to: unit.to,
  };
}

function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as UnitKind,
    parentId: row.parent_id,
    name: text(row.name, row.name_en),
    placeCode: row.place_code,
    nationalCode: row.national_code,
    legacyCode: row.legacy_code,
    address: row.address,
    phone: row.phone,
    from: row.valid_from as Day,
    to: row.valid_to as Day | null,
  };
}
