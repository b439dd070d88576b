import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { statusCodes } from './codes.ts';

/** Open cases of one version that wait at the same places; one of them as a sample. */
export interface Stand {
  readonly version: number;
  readonly cases: number;
  readonly sample: string;
}

/** Where the open cases of a process stand that run on other versions than one; the most first. */
export async function listStands(tx: Tx, key: string, except: string): Promise<Stand[]> {
  const { rows } = await sql<Stand>`/* beyond: how many cases stand where */
    select d.version, count(*)::int as cases, (array_agg(i.id order by i.id))[1] as sample
      from process.definition d
      join process.instance i on i.definition_id = d.id and i.status = ${statusCodes.open}
     cross join lateral (
       select array_agg(array[t.node, t.kind, coalesce(t.index, -1)] order by t.node, t.kind, t.index) as places
         from process.token t where t.instance_id = i.id) stand
     where d.key = ${key} and d.id <> ${except}
     group by d.version, stand.places
     order by d.version desc, cases desc, sample`.execute(tx);
  return rows;
}

/** Ids and subjects of such cases, in order of their ids, behind one. */
export async function listOnOtherVersions(
  tx: Tx,
  { key, definitionId }: { readonly key: string; readonly definitionId: string },
  after: string | null,
  limit: number,
): Promise<{ id: string; subject: string }[]> {
  const { rows } = await sql<{
    id: string;
    subject: string;
  }>`/* beyond: which cases are to be moved */
    select i.id, i.subject from process.instance i
     where i.definition_id in (select id from process.definition where key = ${key} and id <> ${definitionId})
       and i.status = ${statusCodes.open} and (${after}::uuid is null or i.id > ${after}::uuid)
     order by i.id limit ${limit}`.execute(tx);
  return rows;
}
