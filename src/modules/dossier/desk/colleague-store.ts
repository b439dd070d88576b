import { sql } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { searchKey } from '#/values/person-name.ts';

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
    select a.id as "accountId", ${sealedPerson.pick('p', { name: 'fullName' })}
      from identity.account a join identity.person p on p.id = a.person_id
     where a.person_id = any(${personIds}::uuid[]) and a.kind = 'official' and a.closed_at is null
     order by a.id`.execute(tx);
  const keys = new Map(rows.map((row) => [row, searchKey(row.name)]));
  return rows.toSorted((one, other) => (keys.get(one)! < keys.get(other)! ? -1 : 1));
}
