import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** What must hold for the history of every instance; each number counts violations. */
export interface Census {
  readonly instances: number;
  readonly open: number;
  /** Instances whose steps are not numbered 1, 2, 3 … up to their revision. */
  readonly gaps: number;
  /** Tokens that two steps consumed. */
  readonly doubled: number;
  /** Tokens of instances that have ended, or of none. */
  readonly orphans: number;
}

/** Counts what must never be. For operators after a crash, and for tests of concurrency. */
export async function takeCensus(tx: Tx): Promise<Census> {
  const { rows } = await sql<Census>`
    select
      (select count(*) from process.instance) as instances,
      (select count(*) from process.instance where status = 0) as open,
      (select count(*) from process.instance i where i.revision <> (
        select count(*) from process.step s where s.instance_id = i.id and s.seq between 1 and i.revision)) as gaps,
      (select count(*) from (
        select 1 from process.step where token is not null group by instance_id, token having count(*) > 1) d) as doubled,
      (select count(*) from process.token t where not exists (
        select 1 from process.instance i where i.id = t.instance_id and i.status = 0)) as orphans`.execute(
    tx,
  );
  return rows[0]!;
}
