import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { deedCodes, kindCodes } from './codes.ts';

/** Where an instance stands: numbers of the elements that it waits at and of those that it has been through. */
export interface Position {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly active: readonly number[];
  readonly done: readonly number[];
}

/** Where the instances about one subject stand, the latest first. */
export async function listPositions(tx: Tx, subject: string): Promise<readonly Position[]> {
  const left = [deedCodes.left, deedCodes.ended, deedCodes.caught];
  const waits = [
    kindCodes.user,
    kindCodes.message,
    kindCodes.timer,
    kindCodes.job,
    kindCodes.scope,
    kindCodes.signal,
  ];
  const { rows } = await sql<Position>`
    select i.id as "instanceId", i.definition_id as "definitionId",
      array(select distinct node from process.token
        where instance_id = i.id and kind = any(${waits}::smallint[]) order by node) as active,
      array(select distinct passed.no from process.step s, unnest(s.path, s.deeds) as passed (no, deed)
        where s.instance_id = i.id and passed.deed = any(${left}::smallint[]) order by 1) as done
    from process.instance i where i.subject = ${subject} order by i.id desc`.execute(tx);
  return rows;
}
