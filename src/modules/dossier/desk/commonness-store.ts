import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { leastShare, type Commonness } from './commonness.ts';

/** So many dossiers tell enough about all. */
const sampleSize = 20_000;

/** For so long a process trusts what it read. */
const trustedMs = 10 * 60_000;

let known: { readonly commonness: Commonness; readonly at: number } | undefined;

/** How common words and units are, as last counted. */
export async function readCommonness(tx: Tx): Promise<Commonness> {
  if (known && Date.now() - known.at < trustedMs) return known.commonness;
  const { rows } = await sql<{ what: string | null; share: number; dossiers: number }>`
    select c.what, c.share, greatest(t.reltuples, 0) as dossiers
      from pg_class t left join dossier.commonness c on true
     where t.oid = 'dossier.dossier'::regclass`.execute(tx);
  const shares = new Map(rows.flatMap(({ what, share }) => (what === null ? [] : [[what, share]])));
  known = { commonness: { dossiers: rows[0]?.dossiers ?? 0, shares }, at: Date.now() };
  return known.commonness;
}

/** Counts anew. */
export async function countCommonness(tx: Tx): Promise<void> {
  await sql`delete from dossier.commonness`.execute(tx);
  await sql`
    with sampled as materialized (
      select d.tokens, d.unit_ids from dossier.dossier d tablesample system (least(100, 100.0 * ${sampleSize}::int / (
        select greatest(reltuples, 1) from pg_class where oid = 'dossier.dossier'::regclass))::real)),
    counted as (
      select what, count(*) as times from (
        select unnest(tsvector_to_array(tokens)) as what from sampled
        union all select unit_id::text from sampled, unnest(unit_ids) as unit_id) w
       group by what)
    insert into dossier.commonness (what, share)
    select what, times / total.dossiers::real from counted, (select count(*) as dossiers from sampled) total
     where times >= total.dossiers * ${leastShare}::real`.execute(tx);
  known = undefined;
}
