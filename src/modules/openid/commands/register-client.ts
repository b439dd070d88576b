import { createAccount } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Client } from '../client.ts';
import { scopesFor } from '../scopes.ts';
import { findClient, insertClient, insertClientChange, updateClient } from '../store/clients.ts';
import { deleteAllFor } from '../store/grants.ts';

/** What an administrator says of a client. */
export type ClientFacts = Omit<Client, 'id' | 'kind' | 'accountId' | 'endedAt'>;

/** Registers a client. It gets an account of its own, so that whatever a program does stands under its name. */
export async function registerClient(
  tx: Tx,
  actor: Actor,
  id: string,
  kind: Client['kind'],
  facts: ClientFacts,
): Promise<Client | Refusal> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) return refuse('openid.bad-id');
  if (await findClient(tx, id)) return refuse('openid.id-taken', { id });
  const lacking = lackingIn(kind, facts);
  if (lacking) return lacking;
  const account = await createAccount(tx, {
    name: `ung-dung-${id}`,
    kind: 'system',
    person: { fullName: facts.name.vi },
    at: actor.at,
  });
  if (isRefusal(account)) return refuse('openid.id-taken', { id });
  const client: Client = { ...facts, id, kind, accountId: account.accountId, endedAt: null };
  if (!(await insertClient(tx, client, actor.at))) return refuse('openid.id-taken', { id });
  await insertClientChange(tx, client, 'registered', actor.accountId, actor.at);
  return client;
}

/** Changes a client. What it may no longer ask for, tokens from before lose when they end: after five minutes. */
export async function changeClient(
  tx: Tx,
  actor: Actor,
  id: string,
  facts: ClientFacts,
): Promise<Client | Refusal> {
  const known = await findClient(tx, id);
  if (!known || known.endedAt !== null) return refuse('openid.no-client');
  const lacking = lackingIn(known.kind, facts);
  if (lacking) return lacking;
  const client: Client = { ...known, ...facts };
  await updateClient(tx, client);
  await insertClientChange(tx, client, 'changed', actor.accountId, actor.at);
  return client;
}

/** Ends a client: it is refused from now on, and whatever people granted it is gone. */
export async function endClient(tx: Tx, actor: Actor, id: string): Promise<Client | Refusal> {
  const known = await findClient(tx, id);
  if (!known || known.endedAt !== null) return refuse('openid.no-client');
  const client: Client = { ...known, endedAt: actor.at };
  await updateClient(tx, client);
  await deleteAllFor(tx, id);
  await insertClientChange(tx, client, 'ended', actor.accountId, actor.at);
  return client;
}

function lackingIn(kind: Client['kind'], facts: ClientFacts): Refusal | undefined {
  if (kind === 'site' && facts.redirectUris.length === 0) return refuse('openid.no-address');
  const allowed = new Set(scopesFor(kind).map(({ name }) => name));
  if (facts.scopes.length === 0 || facts.scopes.some((scope) => !allowed.has(scope)))
    return refuse('openid.bad-scope');
  return undefined;
}
