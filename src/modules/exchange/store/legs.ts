import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Leg } from '../leg.ts';

const selection =
  sql.raw(`id, side, address, number, dossier_id as "dossierId", task_id as "taskId",
  procedure_code as "procedureCode", step, part, due_at as "dueAt", sent, received, is_asking as "isAsking",
  partner_code as "partnerCode", opened_at as "openedAt", closed_at as "closedAt"`);

export async function insertLeg(
  tx: Tx,
  leg: Omit<Leg, 'sent' | 'isAsking' | 'closedAt'>,
): Promise<void> {
  await sql`
    insert into exchange.leg (id, side, address, number, dossier_id, task_id, procedure_code, step, part, due_at, received, partner_code, opened_at)
    values (${leg.id}, ${leg.side}, ${leg.address}, ${leg.number}, ${leg.dossierId}, ${leg.taskId}, ${leg.procedureCode},
      ${leg.step}, ${leg.part}, ${leg.dueAt}, ${leg.received}, ${leg.partnerCode}, ${leg.openedAt})`.execute(
    tx,
  );
}

/** A part by its id. */
export async function findLeg(tx: Tx, id: string): Promise<Leg | undefined> {
  const { rows } = await sql<Leg>`select ${selection} from exchange.leg where id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** The same, locked until the transaction ends; its dossier is locked before, as acts do. */
export async function lockLeg(tx: Tx, id: string): Promise<Leg> {
  const { rows } = await sql<Leg>`
    select ${selection} from exchange.leg where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw new Error(`no leg ${id}`);
  return rows[0];
}

/** The parts of a dossier that are open. */
export async function listOpenLegs(tx: Tx, dossierId: string): Promise<Leg[]> {
  const { rows } = await sql<Leg>`
    select ${selection} from exchange.leg where dossier_id = ${dossierId} and closed_at is null
    order by id`.execute(tx);
  return rows;
}

/** The part that a step was asked for as: a step is asked for once. */
export async function findLegOfTask(tx: Tx, taskId: string): Promise<Leg | undefined> {
  const { rows } = await sql<Leg>`
    select ${selection} from exchange.leg where task_id = ${taskId}`.execute(tx);
  return rows[0];
}

/** The part that an unanswered request was for, when it is over. */
export async function findClosedLegOfRequest(tx: Tx, messageId: string): Promise<Leg | undefined> {
  const { rows } = await sql<Leg>`
    select ${selection} from exchange.leg
     where closed_at is not null and id = (
       select leg_id from exchange.outgoing
        where id::text = ${messageId} and kind = 'requested' and state <> 'sent')`.execute(tx);
  return rows[0];
}

/** A part that is asked for again. */
export async function reopenLeg(tx: Tx, id: string): Promise<void> {
  await sql`update exchange.leg set closed_at = null where id = ${id}`.execute(tx);
}

/** Counts one more message to the other side and gives its number. */
export async function updateSentCount(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    update exchange.leg set sent = sent + 1 where id = ${id} returning sent`.execute(tx);
  return rows[0]!.sent;
}

/** Notes that the message of this number was applied. */
export async function updateReceivedCount(tx: Tx, id: string, received: number): Promise<void> {
  await sql`update exchange.leg set received = ${received} where id = ${id}`.execute(tx);
}

export async function updateLeg(
  tx: Tx,
  id: string,
  change: {
    readonly isAsking?: boolean | undefined;
    readonly partnerCode?: string | undefined;
    readonly closedAt?: Date | undefined;
  },
): Promise<void> {
  await sql`
    update exchange.leg set is_asking = coalesce(${change.isAsking ?? null}::boolean, is_asking),
      partner_code = coalesce(${change.partnerCode ?? null}, partner_code),
      closed_at = coalesce(${change.closedAt ?? null}::timestamptz, closed_at)
    where id = ${id}`.execute(tx);
}
