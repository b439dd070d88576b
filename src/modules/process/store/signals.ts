import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { TokenName } from './clockwork.ts';
import { kindCodes } from './codes.ts';

/** Tokens that listen to a signal, in the order in which their instances are to be locked. */
export async function listSignalListeners(tx: Tx, name: string): Promise<readonly TokenName[]> {
  const { rows } = await sql<TokenName>`
    select instance_id as "instanceId", id as token from process.token
    where kind = ${sql.lit(kindCodes.signal)} and key = ${name} and not suspended
    order by instance_id, id`.execute(tx);
  return rows;
}
