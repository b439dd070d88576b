import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Somebody to whom work can be given. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
}

/** The officials' accounts of persons, by name. */
export async function listOfficialAccounts(
  tx: Tx,
  personIds: readonly string[],
): Promise<Colleague[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Colleague>`
    select a.id as "accountId", p.full_name as name
      from identity.account a join identity.person p on p.id = a.person_id
     where a.person_id = any(${personIds}::uuid[]) and a.kind = 'official' and a.closed_at is null
     order by p.search_name, a.id`.execute(tx);
  return rows;
}
