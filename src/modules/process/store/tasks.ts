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

/** Moves the due time of work. The instance must be held. */
export async function updateDue(
  tx: Tx,
  instanceId: string,
  token: number,
  dueAt: Date,
): Promise<void> {
  await sql`
    update process.token set due_at = ${dueAt}
    where instance_id = ${instanceId} and id = ${token}`.execute(tx);
}
