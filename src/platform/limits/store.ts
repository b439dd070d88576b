import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** Adds requests of a sender in a minute, and throws away minutes that are over. @returns the sum of all nodes. */
export async function addRequests(
  tx: Tx,
  sender: string,
  minute: number,
  more: number,
): Promise<number> {
  const { rows } = await sql<{ requests: number }>`
    with over as (delete from platform.request_count where minute < ${minute} - 5)
    insert into platform.request_count as c (minute, sender, requests) values (${minute}, ${sender}, ${more})
    on conflict (minute, sender) do update set requests = c.requests + excluded.requests
    returning requests`.execute(tx);
  return rows[0]!.requests;
}
