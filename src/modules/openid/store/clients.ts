import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import type { Client } from '../client.ts';

/** The client of an id, also one that has ended. */
export async function findClient(tx: Tx, id: string): Promise<Client | undefined> {
  const row = await tx
    .selectFrom('openid.client')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && clientOf(row);
}

/** All clients, those that have ended last. */
export async function listClients(tx: Tx): Promise<Client[]> {
  const rows = await tx
    .selectFrom('openid.client')
    .selectAll()
    .orderBy((row) => row('ended_at', 'is not', null))
    .orderBy('name')
    .execute();
  return rows.map(clientOf);
}

/** Writes a new client. False, and nothing written, when the id is taken. */
export async function insertClient(tx: Tx, client: Client, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('openid.client')
    .values({ id: client.id, registered_at: at, ...columnsOf(client) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Replaces what is known about a client. */
export async function updateClient(tx: Tx, client: Client): Promise<void> {
  await tx
    .updateTable('openid.client')
    .set(columnsOf(client))
    .where('id', '=', client.id)
    .execute();
}

/** Keeps who did what to a client. */
export async function insertClientChange(
  tx: Tx,
  client: Client,
  change: 'registered' | 'changed' | 'ended',
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('openid.client_change')
    .values({
      id: newId(),
      client_id: client.id,
      change,
      facts: JSON.stringify(client),
      by_account: by,
      at,
    })
    .execute();
}

/** One change of a client. */
export interface ClientChange {
  readonly change: string;
  readonly byName: string;
  readonly at: Date;
}

/** The changes of a client, the latest first. */
export async function listClientChanges(tx: Tx, clientId: string): Promise<ClientChange[]> {
  const rows = await tx
    .selectFrom('openid.client_change as change')
    .innerJoin('identity.account as account', 'account.id', 'change.by_account')
    .select(['change.change', 'change.at', 'account.name'])
    .where('client_id', '=', clientId)
    .orderBy('change.at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ change: row.change, byName: row.name, at: row.at }));
}

function columnsOf(client: Client) {
  return {
    name: client.name.vi,
    name_en: client.name.en,
    kind: client.kind,
    is_own: client.isOwn,
    jwks: JSON.stringify(client.jwks),
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    backchannel_logout_uri: client.backchannelLogoutUri,
    scopes: [...client.scopes],
    consent_days: client.consentDays,
    account_id: client.accountId,
    ended_at: client.endedAt,
  };
}

function clientOf(row: {
  id: string;
  name: string;
  name_en: string;
  kind: string;
  is_own: boolean;
  jwks: unknown;
  redirect_uris: string[];
  post_logout_redirect_uris: string[];
  backchannel_logout_uri: string | null;
  scopes: string[];
  consent_days: number;
  account_id: string;
  ended_at: Date | null;
}): Client {
  return {
    id: row.id,
    name: text(row.name, row.name_en),
    kind: row.kind as Client['kind'],
    isOwn: row.is_own,
    jwks: row.jwks as Client['jwks'],
    redirectUris: row.redirect_uris,
    postLogoutRedirectUris: row.post_logout_redirect_uris,
    backchannelLogoutUri: row.backchannel_logout_uri,
    scopes: row.scopes,
    consentDays: row.consent_days,
    accountId: row.account_id,
    endedAt: row.ended_at,
  };
}
