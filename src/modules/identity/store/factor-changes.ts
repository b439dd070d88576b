import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { sealedPerson } from './sealed.ts';

/** What can happen to the ways in which somebody proves who they are. */
export type Change =
  | 'app-added'
  | 'app-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-issued'
  | 'code-used'
  | 'removed-at-counter'
  | 'verified-national'
  | 'way-blocked'
  | 'way-opened'
  | 'reset-asked'
  | 'reset-approved'
  | 'reset-stopped';

/** One change, as the record keeps it. */
export interface FactorChange {
  readonly change: Change;
  /** The passkey's name, or the card that was compared. */
  readonly detail: string | null;
  /** Who did it, unless it was the person. */
  readonly byOther: string | null;
  readonly at: Date;
}

/** Writes a change down. */
export async function insertChange(
  tx: Tx,
  change: {
    readonly accountId: string;
    readonly change: Change;
    readonly detail?: string | undefined;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`insert into identity.factor_change (id, account_id, change, detail, by_account, at)
    values (${newId()}, ${change.accountId}, ${change.change}, ${change.detail ?? null},
            ${change.by}, ${change.at})`.execute(tx);
}

/** The latest changes of an account, the last first. */
export async function listChanges(
  tx: Tx,
  accountId: string,
  most: number,
): Promise<FactorChange[]> {
  const { rows } = await sql<FactorChange>`
    select c.change, c.detail, c.at,
           ${sealedPerson.pick('p', { byOther: 'fullName' })}
      from identity.factor_change c
      left join identity.account a on a.id = c.by_account and c.by_account <> c.account_id
      left join identity.person p on p.id = a.person_id
     where c.account_id = ${accountId}
     order by c.at desc, c.id desc limit ${most}`.execute(tx);
  return rows;
}
