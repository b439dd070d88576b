import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** The sign-ins that sessions of the provider live under. */
export async function listSignInsInUse(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct session_id as id from openid.token where session_id is not null`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The sessions of the provider under these sign-ins. Whoever reads them first ends them. */
export async function listSessionsUnder(tx: Tx, signIns: readonly string[]): Promise<object[]> {
  const { rows } = await sql<{ payload: object }>`
    select payload from openid.token
     where model = 'Session' and session_id = any(${signIns}::uuid[]) for update`.execute(tx);
  return rows.map(({ payload }) => payload);
}

/** Throws away the sessions of the provider under these sign-ins. */
export async function deleteSessionsUnder(tx: Tx, signIns: readonly string[]): Promise<void> {
  await sql`delete from openid.token
     where model = 'Session' and session_id = any(${signIns}::uuid[])`.execute(tx);
}
