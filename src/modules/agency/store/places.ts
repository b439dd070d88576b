import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { Lineage, Place, PlaceKind } from '../place.ts';
import type { PlaceEdition } from '../place-source.ts';

interface PlaceRow {
  code: string;
  kind: string;
  name: string;
  province_code: string | null;
  district: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** Every place that is known now, past and present. */
export async function listPlaces(tx: Tx): Promise<Place[]> {
  const rows = await tx
    .selectFrom('agency.place')
    .select(['code', 'kind', 'name', 'province_code', 'district', 'valid_from', 'valid_to'])
    .where('superseded_at', 'is', null)
    .orderBy('code')
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(placeOf);
}

/** What came of the place with a code. */
export async function listSuccessors(tx: Tx, code: string): Promise<Lineage[]> {
  return lineage(tx, 'from_code', code);
}

/** What the place with a code came from. */
export async function listPredecessors(tx: Tx, code: string): Promise<Lineage[]> {
  return lineage(tx, 'to_code', code);
}

async function lineage(tx: Tx, side: 'from_code' | 'to_code', code: string): Promise<Lineage[]> {
  const rows = await tx
    .selectFrom('agency.place_lineage')
    .select(['from_code', 'to_code', 'on_day', 'kind'])
    .where(side, '=', code)
    .orderBy('on_day')
    .orderBy('from_code')
    .orderBy('to_code')
    .execute();
  return rows.map((row) => ({
    from: row.from_code,
    to: row.to_code,
    on: row.on_day as Day,
    kind: row.kind as Lineage['kind'],
  }));
}

/** Makes the tables say what an edition says; what they said before stays readable as superseded. */
export async function replacePlaces(tx: Tx, edition: PlaceEdition, at: Date): Promise<void> {
  const incoming = incomingOf(edition);
  await sql`
    with incoming as (${incoming})
    update agency.place set superseded_at = ${at}
    where superseded_at is null
      and ${printOf(sql.raw('place'))} not in (select print from incoming)`.execute(tx);
  await sql`
    with incoming as (${incoming})
    insert into agency.place
      (code, kind, name, province_code, district, valid_from, valid_to, source, recorded_at)
    select code, kind, name, province_code, district, valid_from, valid_to, source, ${at}
    from incoming
    where print not in (
      select ${printOf(sql.raw('place'))} from agency.place where superseded_at is null)`.execute(
    tx,
  );
  await replaceLineage(tx, edition, at);
}

async function replaceLineage(tx: Tx, { lineage }: PlaceEdition, at: Date): Promise<void> {
  await tx.deleteFrom('agency.place_lineage').execute();
  await sql`
    insert into agency.place_lineage (from_code, to_code, on_day, kind, source, recorded_at)
    select "from", "to", "on", kind, source, ${at}
    from jsonb_to_recordset(${JSON.stringify(lineage)}::jsonb)
      as row("from" text, "to" text, "on" date, kind text, source text)`.execute(tx);
}

function incomingOf({ places }: PlaceEdition) {
  const rows = places.map((place) => ({
    code: place.code,
    kind: place.kind,
    name: place.name,
    province_code: place.provinceCode,
    district: place.district,
    valid_from: place.from,
    valid_to: place.to,
    source: place.source,
  }));
  return sql`
    select *, ${printOf(sql.raw('item'))} as print
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item(
      code text, kind text, name text, province_code text, district text,
      valid_from date, valid_to date, source text)`;
}

/** One comparable text for a whole row, nulls included. */
function printOf(table: ReturnType<typeof sql.raw>) {
  return sql`md5(row(${table}.code, ${table}.kind, ${table}.name, ${table}.province_code,
    ${table}.district, ${table}.valid_from, ${table}.valid_to, ${table}.source)::text)`;
}

function placeOf(row: PlaceRow): Place {
  return {
    code: row.code,
    kind: row.kind as PlaceKind,
    name: row.name,
    provinceCode: row.province_code,
    district: row.district,
    from: row.valid_from as Day | null,
    to: row.valid_to as Day | null,
  };
}
