import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** How many dossiers were filed, of one procedure and of all; and since when any were. */
export interface MeasuredVolume {
  readonly own: number;
  readonly all: number;
  readonly since: Date | null;
}

export async function measureVolume(
  tx: Tx,
  procedureId: string,
  since: Date,
  until: Date,
): Promise<MeasuredVolume> {
  const { rows } = await sql<MeasuredVolume>`/* beyond: how many there are */
    select count(*) filter (where procedure_id = ${procedureId}) as own, count(*) as all, min(submitted_at) as since
      from dossier.dossier where submitted_at >= ${since} and submitted_at < ${until}`.execute(tx);
  return rows[0]!;
}

/** A step of a dossier that somebody completed. Nothing in it tells whose dossier it was. */
export interface MeasuredStep {
  readonly element: string;
  readonly outcome: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
}

/** The steps of the latest dossiers of a procedure, each with the time from its opening to its completion. */
export async function listMeasuredSteps(
  tx: Tx,
  procedureId: string,
  since: Date,
  dossiers: number,
): Promise<MeasuredStep[]> {
  const { rows } = await sql<MeasuredStep>`/* beyond: how long steps took, whose ever they were */
    with cases as (
      select instance_id from dossier.dossier
       where procedure_id = ${procedureId} and submitted_at >= ${since} and instance_id is not null
       order by submitted_at desc limit ${dossiers}
    ), done as (
      select s.instance_id, s.seq, s.at, s.outcome, left_at.no
        from cases join process.step s using (instance_id)
        cross join lateral (
          select passed.no from unnest(s.path, s.deeds) with ordinality as passed (no, deed, place)
           where passed.deed = 2 order by passed.place limit 1) left_at
       where s.outcome is not null
    )
    select n.element_id as element, d.outcome, began.at as "beganAt", d.at as "endedAt"
      from done d
      join process.instance i on i.id = d.instance_id
      join process.definition f on f.id = i.definition_id
      join process.node n on n.key = f.key and n.no = d.no
      cross join lateral (
        select max(b.at) as at from process.step b
         where b.instance_id = d.instance_id and b.seq < d.seq and exists (
           select 1 from unnest(b.path, b.deeds) as passed (no, deed)
            where passed.no = d.no and passed.deed = 1)) began
     where began.at is not null`.execute(tx);
  return rows;
}
