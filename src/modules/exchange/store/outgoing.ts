import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Kind } from '../event.ts';

/** A message to another installation. */
export interface Outgoing {
  readonly id: string;
  readonly legId: string;
  readonly number: number;
  readonly kind: Kind;
  readonly actSeq: number | null;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly attempts: number;
  readonly nextAt: Date;
  readonly fault: string | null;
  readonly body: Buffer | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

const selection =
  sql.raw(`id, leg_id as "legId", number, kind, act_seq as "actSeq", state, attempts,
  next_at as "nextAt", fault, body, created_at as "createdAt", sent_at as "sentAt"`);

export async function insertOutgoing(
  tx: Tx,
  message: Pick<Outgoing, 'id' | 'legId' | 'number' | 'kind' | 'actSeq' | 'createdAt'>,
): Promise<void> {
  await sql`
    insert into exchange.outgoing (id, leg_id, number, kind, act_seq, state, next_at, created_at)
    values (${message.id}, ${message.legId}, ${message.number}, ${message.kind}, ${message.actSeq}, 'waiting',
      ${message.createdAt}, ${message.createdAt})`.execute(tx);
}

/** Takes the next message to be sent. Who has not sent it after two minutes has died: then it is taken again. */
export async function claimOutgoing(tx: Tx, at: Date): Promise<Outgoing | undefined> {
  const { rows } = await sql<Outgoing>`
    update exchange.outgoing set next_at = ${at}::timestamptz + interval '2 minutes', attempts = attempts + 1
    where id = (
      select id from exchange.outgoing where state = 'waiting' and next_at <= ${at}
      order by next_at, id limit 1 for update skip locked)
    returning ${selection}`.execute(tx);
  return rows[0];
}

/** Keeps a message as it was first written: every attempt sends the same. */
export async function updateBody(tx: Tx, id: string, body: Buffer): Promise<void> {
  await sql`update exchange.outgoing set body = ${body} where id = ${id}`.execute(tx);
}

/** Notes that it has arrived, and forgets what it said. */
export async function updateArrived(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update exchange.outgoing set state = 'sent', sent_at = ${at}, body = null, fault = null
    where id = ${id} and state <> 'sent'`.execute(tx);
}

/** Notes why it was not sent; without a next time it is dead. */
export async function updateFailed(
  tx: Tx,
  id: string,
  fault: string,
  nextAt: Date | null,
): Promise<void> {
  await sql`
    update exchange.outgoing set fault = ${fault}, next_at = coalesce(${nextAt}::timestamptz, next_at),
      state = ${nextAt === null ? 'dead' : 'waiting'}
    where id = ${id} and state = 'waiting'`.execute(tx);
}

/** Has it wait a little without counting the attempt: what it tells of is not ready. */
export async function updateUnready(tx: Tx, id: string, nextAt: Date): Promise<void> {
  await sql`
    update exchange.outgoing set next_at = ${nextAt}, attempts = attempts - 1
    where id = ${id} and state = 'waiting'`.execute(tx);
}

/** Has a message that is dead, or waits for its next time, sent now with all attempts. False when there is none. */
export async function updateAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exchange.outgoing set state = 'waiting', next_at = ${at}, attempts = 0
    where id = ${id} and state <> 'sent'`.execute(tx);
  return numAffectedRows === 1n;
}
