import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { TokenName } from './clockwork.ts';
import { kindCodes } from './codes.ts';

/** A message that waits for somebody to wait for it. */
export interface KeptMessage {
  readonly id: string;
  readonly key: string;
  readonly body: unknown;
}

/** Keeps a message; false when one with this id came before. */
export async function insertMessage(tx: Tx, message: KeptMessage & { at: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into process.message_in (id, key, body, received_at)
    values (${message.id}, ${message.key}, ${JSON.stringify(message.body ?? null)}::jsonb, ${message.at})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
}

/** Tokens that a message reaches, in the order in which their instances are to be locked. */
export async function listListeners(tx: Tx, key: string): Promise<readonly TokenName[]> {
  const { rows } = await sql<TokenName>`
    select instance_id as "instanceId", id as token from process.token
    where kind = ${sql.lit(kindCodes.message)} and key = ${key} and not suspended
    order by instance_id, id`.execute(tx);
  return rows;
}

/** The oldest kept message for one of these keys, held so that no one else delivers it. */
export async function findKeptMessage(
  tx: Tx,
  keys: readonly string[],
): Promise<KeptMessage | undefined> {
  const { rows } = await sql<KeptMessage>`
    select id, key, body from process.message_in
    where key = any(${keys}::text[]) and consumed_at is null
    order by received_at, id limit 1 for update skip locked`.execute(tx);
  return rows[0];
}

/** Marks a message as delivered. */
export async function consumeMessage(
  tx: Tx,
  id: string,
  instanceId: string,
  at: Date,
): Promise<void> {
  await sql`
    update process.message_in set consumed_at = ${at}, consumed_by = ${instanceId} where id = ${id}`.execute(
    tx,
  );
}

/**
 * Instances that wait for a message which is kept already: the two crossed each other, each before the other was
 * committed, or the instance was suspended when the message came.
 */
export async function listCrossed(
  tx: Tx,
  limit: number,
): Promise<readonly { readonly instanceId: string; readonly subject: string }[]> {
  const { rows } = await sql<{ instanceId: string; subject: string }>`
    select distinct t.instance_id as "instanceId", t.subject
    from process.message_in m
      join process.token t on t.key = m.key and t.kind = ${sql.lit(kindCodes.message)} and not t.suspended
    where m.consumed_at is null
    order by 1 limit ${limit}`.execute(tx);
  return rows;
}
