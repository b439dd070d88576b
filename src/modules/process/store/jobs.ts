import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Vars } from '../bpmn/graph.ts';
import { kindCodes } from './codes.ts';

/** A machine's work that was taken. */
export interface TakenRow {
  readonly instanceId: string;
  readonly token: number;
  readonly name: string;
  readonly subject: string;
  readonly tries: number;
  readonly item: unknown;
  readonly vars: Vars;
}

/**
 * Takes jobs that are due and hides them until `until`: a worker that dies loses nothing, its jobs come back. Only
 * token rows are locked, and shortly, so that a person's step never waits long.
 */
export async function takeJobRows(
  tx: Tx,
  names: readonly string[],
  at: Date,
  until: Date,
  limit: number,
): Promise<readonly TakenRow[]> {
  const { rows } = await sql<TakenRow>`
    with due as (
      select instance_id, id from process.token
      where kind = ${sql.lit(kindCodes.job)} and not suspended and due_at <= ${at}
        and key = any(${names}::text[])
      order by due_at limit ${limit} for update skip locked
    ), taken as (
      update process.token t set due_at = ${until}, tries = t.tries + 1
      from due where t.instance_id = due.instance_id and t.id = due.id
      returning t.instance_id, t.id, t.key, t.subject, t.tries, t.item
    )
    select t.instance_id as "instanceId", t.id as token, t.key as name, t.subject, t.tries, t.item, i.vars
    from taken t join process.instance i on i.id = t.instance_id`.execute(tx);
  return rows;
}

/** Takes messages or signals that processes sent, oldest first, each once. */
export async function takeOutboxRows(
  tx: Tx,
  kind: 'message' | 'signal',
  at: Date,
  limit: number,
): Promise<
  readonly { id: number; instanceId: string; token: number; subject: string; name: string }[]
> {
  const { rows } = await sql<{
    id: number;
    instanceId: string;
    token: number;
    subject: string;
    name: string;
  }>`
    with waiting as (
      select id from process.outbox where taken_at is null and kind = ${kind} order by id limit ${limit} for update skip locked
    )
    update process.outbox o set taken_at = ${at} from waiting where o.id = waiting.id
    returning o.id, o.instance_id as "instanceId", o.token, o.subject, o.name`.execute(tx);
  return rows.toSorted((a, b) => a.id - b.id);
}
