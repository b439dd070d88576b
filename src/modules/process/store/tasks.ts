import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { kindCodes, statusCodes } from './codes.ts';

/** A person's work as it waits in the table. */
export interface TaskRow {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly subject: string;
  readonly token: number;
  readonly node: number;
  readonly unitId: string | null;
  readonly assignee: string | null;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly isSuspended: boolean;
  readonly item: unknown;
}

const columns = sql`
  t.instance_id as "instanceId", i.definition_id as "definitionId", t.subject, t.id as token, t.node,
  t.unit_id as "unitId", t.assignee, t.due_at as "dueAt", t.created_at as "openedAt",
  t.suspended as "isSuspended", t.item`;

/** The work that waits in all instances about one subject, oldest first. */
export async function listTaskRows(tx: Tx, subject: string): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${columns} from process.instance i join process.token t on t.instance_id = i.id
    where i.subject = ${subject} and i.status = ${statusCodes.open} and t.kind = ${sql.lit(kindCodes.user)}
    order by t.instance_id, t.id`.execute(tx);
  return rows;
}

export async function findTaskRow(
  tx: Tx,
  instanceId: string,
  token: number,
): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select ${columns} from process.instance i join process.token t on t.instance_id = i.id
    where t.instance_id = ${instanceId} and t.id = ${token} and t.kind = ${sql.lit(kindCodes.user)}`.execute(
    tx,
  );
  return rows[0];
}

/** Gives work to an account, or to nobody. The instance must be held. */
export async function updateAssignee(
  tx: Tx,
  instanceId: string,
  token: number,
  assignee: string | null,
): Promise<void> {
  await sql`
    update process.token set assignee = ${assignee}
    where instance_id = ${instanceId} and id = ${token}`.execute(tx);
}

/**
 * Moves the due time of a wait, with that of the timer that waits for its silence. False when it is over. The instance
 * must be held.
 */
export async function updateDue(
  tx: Tx,
  instanceId: string,
  token: number,
  dueAt: Date,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update process.token t set due_at = ${dueAt}
    from process.token own
    where own.instance_id = ${instanceId} and own.id = ${token} and t.instance_id = own.instance_id
      and (t.id = own.id or t.parent = own.id and t.node = own.node)`.execute(tx);
  return numAffectedRows > 0n;
}

/** A wait with a due time, and since when its instance stands still. */
export interface TimedRow {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly subject: string;
  readonly units: Readonly<Record<string, string>>;
  readonly token: number;
  readonly node: number;
  readonly isTask: boolean;
  readonly openedAt: Date;
  readonly dueAt: Date;
}

/** Work of persons and timers with a due time in all open instances about some subjects. */
export async function listTimedRows(
  tx: Tx,
  subjects: readonly string[],
): Promise<readonly TimedRow[]> {
  const { rows } = await sql<TimedRow>`
    select t.instance_id as "instanceId", i.definition_id as "definitionId", t.subject, p.units, t.id as token, t.node,
      t.kind = ${sql.lit(kindCodes.user)} as "isTask", t.created_at as "openedAt", t.due_at as "dueAt"
    from process.instance i
      join process.placement p on p.id = i.placement_id
      join process.token t on t.instance_id = i.id
    where i.subject = any(${subjects}::uuid[]) and i.status = ${statusCodes.open}
      and t.kind in (${sql.lit(kindCodes.user)}, ${sql.lit(kindCodes.timer)}) and t.due_at is not null
    order by t.instance_id, t.id`.execute(tx);
  return rows;
}
