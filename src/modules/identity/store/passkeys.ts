import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A passkey as it is kept (WebAuthn Level 3, 4: credential record). */
export interface Passkey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly isSynced: boolean;
  readonly isBackedUp: boolean;
  readonly name: string;
  readonly since: Date;
  readonly usedAt: Date | null;
}

/** Keeps a new passkey. False when its id is known already: then it is somebody's. */
export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.passkey (id, account_id, credential_id, public_key, counter, transports,
                                  is_synced, is_backed_up, name, since)
    values (${passkey.id}, ${passkey.accountId}, ${passkey.credentialId}, ${passkey.publicKey},
            ${passkey.counter}, ${passkey.transports}::text[], ${passkey.isSynced},
            ${passkey.isBackedUp}, ${passkey.name}, ${passkey.since})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The passkeys of an account, the first one first. */
export async function listPasskeys(tx: Tx, accountId: string): Promise<Passkey[]> {
  const rows = await tx
    .selectFrom('identity.passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map(passkeyOf);
}

/** The passkey of a credential id whose account is open; held until the transaction ends, for its counter. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  const row = await tx
    .selectFrom('identity.passkey as key')
    .innerJoin('identity.account as account', 'account.id', 'key.account_id')
    .selectAll('key')
    .where('key.credential_id', '=', credentialId)
    .where('account.closed_at', 'is', null)
    .forUpdate('key')
    .executeTakeFirst();
  return row && passkeyOf(row);
}

/** Notes a use: its counter, and whether it is backed up now. */
export async function updatePasskeyUsed(
  tx: Tx,
  id: string,
  use: { readonly counter: number; readonly isBackedUp: boolean; readonly at: Date },
): Promise<void> {
  await sql`update identity.passkey
       set counter = ${use.counter}, is_backed_up = ${use.isBackedUp}, used_at = ${use.at}
     where id = ${id}`.execute(tx);
}

/** Takes a passkey of an account away, and gives its name; undefined when there is none such. */
export async function deletePasskey(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from identity.passkey where account_id = ${accountId} and id = ${id} returning name`.execute(
    tx,
  );
  return rows[0]?.name;
}

/** Takes all passkeys of an account away. */
export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from identity.passkey where account_id = ${accountId}`.execute(tx);
}

function passkeyOf(row: {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  is_synced: boolean;
  is_backed_up: boolean;
  name: string;
  since: Date;
  used_at: Date | null;
}): Passkey {
  return {
    id: row.id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
    isSynced: row.is_synced,
    isBackedUp: row.is_backed_up,
    name: row.name,
    since: row.since,
    usedAt: row.used_at,
  };
}
