import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { type Deed } from '../engine/state.ts';
import { deedCodes } from './codes.ts';

/** A token whose time stood still. */
export interface PausedToken {
  readonly id: number;
  readonly node: number;
  readonly dueAt: Date;
  readonly createdAt: Date;
}

/** Stops an instance: it stays where it is and none of its times run. The instance must be held. */
export async function pauseInstance(tx: Tx, instanceId: string, at: Date): Promise<void> {
  await sql`
    with paused as (update process.instance set suspended_at = ${at} where id = ${instanceId})
    update process.token set suspended = true where instance_id = ${instanceId}`.execute(tx);
}

/** The tokens of an instance that have a due time. */
export async function listDueTokens(tx: Tx, instanceId: string): Promise<readonly PausedToken[]> {
  const { rows } = await sql<PausedToken>`
    select id, node, due_at as "dueAt", created_at as "createdAt"
    from process.token where instance_id = ${instanceId} and due_at is not null`.execute(tx);
  return rows;
}

/** Lets an instance run again, with the new due times of its tokens. The instance must be held. */
export async function unpauseInstance(
  tx: Tx,
  instanceId: string,
  dueTimes: readonly { id: number; dueAt: Date }[],
): Promise<void> {
  await sql`
    with running as (update process.instance set suspended_at = null where id = ${instanceId})
    update process.token t set suspended = false, due_at = coalesce(shifted.due_at, t.due_at)
    from process.token own
      left join jsonb_to_recordset(${JSON.stringify(dueTimes.map(({ id, dueAt }) => ({ id, due_at: dueAt })))}::jsonb)
        as shifted (id int, due_at timestamptz) on shifted.id = own.id
    where own.instance_id = ${instanceId} and t.instance_id = ${instanceId} and t.id = own.id`.execute(
    tx,
  );
}

/** Writes a step that moves no token into the history. The instance must be held. */
export async function insertQuietStep(
  tx: Tx,
  step: { instanceId: string; deed: Deed; actor: string | null; reason: string | null; at: Date },
): Promise<void> {
  await sql`
    with stepped as (
      update process.instance set revision = revision + 1 where id = ${step.instanceId} returning revision
    )
    insert into process.step (instance_id, seq, at, actor, deeds, path, reason)
    select ${step.instanceId}, revision, ${step.at}, ${step.actor},
      array[${deedCodes[step.deed]}::smallint], array[-1::smallint], ${step.reason}
    from stepped`.execute(tx);
}
