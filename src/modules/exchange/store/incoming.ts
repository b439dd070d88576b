import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Kind } from '../event.ts';

/** A message of another installation that was believed. */
export interface Incoming {
  readonly address: string;
  readonly id: string;
  readonly legId: string;
  readonly number: number;
  readonly kind: Kind;
  readonly digest: string;
  readonly state: 'waiting' | 'applied' | 'refused';
  readonly fault: string | null;
  readonly body: Buffer | null;
  readonly receivedAt: Date;
}

const selection = sql.raw(`address, id, leg_id as "legId", number, kind, digest, state, fault, body,
  received_at as "receivedAt"`);

/** Notes that a signature was seen. False when it was seen before. */
export async function insertNonce(
  tx: Tx,
  seen: { keyId: string; nonce: string },
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exchange.nonce (key_id, nonce, at) values (${seen.keyId}, ${seen.nonce}, ${at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Forgets signatures that are too old to be believed anyway. */
export async function deleteNonces(tx: Tx, before: Date): Promise<void> {
  await sql`delete from exchange.nonce where at < ${before}`.execute(tx);
}

/** A message that came before. */
export async function findIncoming(
  tx: Tx,
  address: string,
  id: string,
): Promise<Incoming | undefined> {
  const { rows } = await sql<Incoming>`
    select ${selection} from exchange.incoming where address = ${address} and id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** Writes a message. False when another one has its id, or its place among those of its part. */
export async function insertIncoming(tx: Tx, message: Incoming): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exchange.incoming (address, id, leg_id, number, kind, digest, state, fault, body, received_at, applied_at)
    values (${message.address}, ${message.id}, ${message.legId}, ${message.number}, ${message.kind}, ${message.digest},
      ${message.state}, ${message.fault}, ${message.body}, ${message.receivedAt},
      ${message.state === 'applied' ? message.receivedAt : null})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The message of a part that is next in turn, if it waits here. */
export async function findWaiting(
  tx: Tx,
  address: string,
  legId: string,
  number: number,
): Promise<Incoming | undefined> {
  const { rows } = await sql<Incoming>`
    select ${selection} from exchange.incoming
    where address = ${address} and leg_id = ${legId} and number = ${number} and state = 'waiting'`.execute(
    tx,
  );
  return rows[0];
}

/** How many messages of an address wait: nobody may fill the house with them. */
export async function countWaiting(tx: Tx, address: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from exchange.incoming where address = ${address} and state = 'waiting'`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Parts of which messages wait that would be next in turn. */
export async function listReadyLegs(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select leg.id from exchange.incoming message
      join exchange.leg on leg.id = message.leg_id and leg.address = message.address
     where message.state = 'waiting' and message.number = leg.received + 1
     order by message.received_at limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Notes that it was applied, and forgets what it said. */
export async function updateApplied(
  tx: Tx,
  { address, id }: Pick<Incoming, 'address' | 'id'>,
  at: Date,
): Promise<void> {
  await sql`
    update exchange.incoming set state = 'applied', fault = null, body = null, applied_at = ${at}
    where address = ${address} and id = ${id}`.execute(tx);
}

/** Notes why it still waits. */
export async function updateHeld(
  tx: Tx,
  { address, id }: Pick<Incoming, 'address' | 'id'>,
  fault: string,
): Promise<void> {
  await sql`
    update exchange.incoming set fault = ${fault} where address = ${address} and id = ${id}`.execute(
    tx,
  );
}

/** Notes that it was refused when its turn came: an administrator sees it, and has the other side asked. */
export async function updateRefused(
  tx: Tx,
  { address, id }: Pick<Incoming, 'address' | 'id'>,
  fault: string,
): Promise<void> {
  await sql`
    update exchange.incoming set state = 'refused', fault = ${fault} where address = ${address} and id = ${id}`.execute(
    tx,
  );
}
