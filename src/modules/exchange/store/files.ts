import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A file of a message, by its place among the papers. */
export interface PlacedFile {
  readonly place: number;
  readonly key: string;
}

/** Notes the files that a message names without bringing them. */
export async function insertNamed(
  tx: Tx,
  messageId: string,
  files: readonly PlacedFile[],
): Promise<void> {
  for (const { place, key } of files)
    await sql`
      insert into exchange.outgoing_file (message_id, place, file_key)
      values (${messageId}, ${place}, ${key})`.execute(tx);
}

/** A file that a message on its way to this address names. */
export async function findNamed(
  tx: Tx,
  address: string,
  messageId: string,
  place: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`
    select file.file_key as key from exchange.outgoing_file file
      join exchange.outgoing message on message.id = file.message_id
      join exchange.leg on leg.id = message.leg_id
     where file.message_id = ${messageId} and file.place = ${place}
       and leg.address = ${address} and message.state = 'waiting'`.execute(tx);
  return rows[0]?.key;
}

/** Whether the other side has to fetch files for a message. */
export async function hasNamed(tx: Tx, messageId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from exchange.outgoing_file where message_id = ${messageId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** The message has arrived: nobody needs to fetch its files any more. */
export async function deleteNamed(tx: Tx, messageId: string): Promise<void> {
  await sql`delete from exchange.outgoing_file where message_id = ${messageId}`.execute(tx);
}

/** Notes a file that was fetched; of two at once the first stays. */
export async function insertBrought(
  tx: Tx,
  address: string,
  messageId: string,
  { place, key }: PlacedFile,
  at: Date,
): Promise<void> {
  await sql`
    insert into exchange.brought (address, message_id, place, file_key, brought_at)
    values (${address}, ${messageId}, ${place}, ${key}, ${at}) on conflict do nothing`.execute(tx);
}

/** What was fetched for a message. */
export async function listBrought(
  tx: Tx,
  address: string,
  messageId: string,
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<PlacedFile>`
    select place, file_key as key from exchange.brought
     where address = ${address} and message_id = ${messageId}`.execute(tx);
  return new Map(rows.map(({ place, key }) => [place, key]));
}

/** The message is applied, its papers are in the dossier. */
export async function deleteBrought(tx: Tx, address: string, messageId: string): Promise<void> {
  await sql`
    delete from exchange.brought where address = ${address} and message_id = ${messageId}`.execute(
    tx,
  );
}

/** Forgets what was fetched for messages that were never applied; those that wait keep theirs. */
export async function deleteBroughtBefore(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from exchange.brought file where brought_at < ${before} and not exists (
      select 1 from exchange.incoming message
       where message.address = file.address and message.id = file.message_id and message.state = 'waiting')`.execute(
    tx,
  );
}

/** All files that are kept for messages. */
export async function listBroughtKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select file_key as key from exchange.brought`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}
