import { AsyncLocalStorage } from 'node:async_hooks';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { SessionFacts } from '#/modules/identity/index.ts';
import { listOpenAmong } from '#/modules/identity/index.ts';
import type { Services } from '#/platform/module.ts';
import { metadataOf, type Client } from '../client.ts';
import { oidcScopeNames } from '../scopes.ts';
import {
  consumeToken,
  deleteByGrant,
  deleteToken,
  findGrantIdOf,
  findToken,
  findTokenByUid,
  spendId,
  upsertToken,
  type Payload,
} from '../store/tokens.ts';

/** The sign-in of the browser whose request the provider is answering; null when it has none. */
export const signInOfRequest = new AsyncLocalStorage<SessionFacts | null>();

/** Thrown when what works once was used before; `of` names the error that the client is told. */
export type Spent = (of: 'grant' | 'proof') => Error;

/**
 * Keeps for the provider, in PostgreSQL, so that any node answers and none is missed. Only hashes of ids are stored. A
 * session of the provider is seen by nobody but the sign-in that it was opened under.
 */
export function adapterFor(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  clients: (id: string) => Promise<Client | undefined>,
  spent: Spent,
): (model: string) => Adapter {
  return (model) => {
    switch (model) {
      case 'Client':
        return {
          ...nothing,
          async find(id) {
            const client = await clients(id);
            return client && client.endedAt === null
              ? (metadataOf(client, oidcScopeNames) as AdapterPayload)
              : undefined;
          },
        };
      case 'ReplayDetection':
        return {
          ...nothing,
          // Writing alone decides, so that of two nodes only one may go on.
          async upsert(id, _payload, seconds = 0) {
            const now = new Date();
            const endsAt = new Date(now.getTime() + seconds * 1000);
            if (!(await database.transaction((tx) => spendId(tx, id, endsAt, now))))
              throw spent('proof');
          },
        };
      default:
        return tokens(model);
    }
  };

  function tokens(model: string): Adapter {
    return {
      ...nothing,
      async upsert(id, payload, seconds = 0) {
        const endsAt = new Date(Date.now() + seconds * 1000);
        const known = signInOfRequest.getStore();
        const isOwn = model === 'Session' && known?.accountId === payload.accountId;
        const sessionId = isOwn ? known?.id : undefined;
        await database.transaction((tx) =>
          upsertToken(tx, { model, id, payload: withoutSecrets(payload), endsAt, sessionId }),
        );
      },
      async find(id) {
        const found = await database.transaction((tx) => findToken(tx, model, id));
        if (!found) return undefined;
        if (model === 'Session' && isAnothers(found.sessionId)) return undefined;
        return { ...found.payload, jti: id };
      },
      async findByUid(uid) {
        const now = clock.now();
        return database.transaction(async (tx) => {
          const found = await findTokenByUid(tx, model, uid);
          if (!found?.sessionId) return undefined;
          const [isOpen] = await listOpenAmong(tx, [found.sessionId], now);
          return isOpen === undefined ? undefined : { ...found.payload };
        });
      },
      async consume(id) {
        const now = new Date();
        const isFirst = await database.transaction(async (tx) => {
          if (await consumeToken(tx, model, id, now)) return true;
          const grantId = await findGrantIdOf(tx, model, id);
          if (grantId !== undefined) await deleteByGrant(tx, grantId);
          return false;
        });
        if (!isFirst) throw spent('grant');
      },
      destroy: (id) => database.transaction((tx) => deleteToken(tx, model, id)),
      revokeByGrantId: (grantId) => database.transaction((tx) => deleteByGrant(tx, grantId, model)),
    };
  }
}

/** A session that was opened under another sign-in than this browser's, or before anybody signed in. */
function isAnothers(sessionId: string | null): boolean {
  return sessionId !== null && sessionId !== (signInOfRequest.getStore()?.id ?? null);
}

/** An interaction remembers the cookie of its session, which must not lie there in the clear. */
function withoutSecrets(payload: AdapterPayload): Payload {
  const { session } = payload as { session?: Record<string, unknown> };
  if (session === undefined) return payload as Payload;
  const { cookie: _cookie, ...rest } = session;
  return { ...payload, session: rest } as Payload;
}

const nothing: Adapter = {
  upsert: async () => undefined,
  find: async () => undefined,
  findByUserCode: async () => undefined,
  findByUid: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
};
