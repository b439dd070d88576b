import type { FastifyRequest } from 'fastify';
import { programOf, tokenCheck } from '#/modules/openid/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isFault, readToken, type TokenFault } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { findToken } from './store.ts';

/** Which system changes accounts, and in whose name. */
export interface Caller {
  readonly name: string;
  readonly accountId: string;
}

/**
 * Finds out who calls: a program of ours by its access token with proof (scope `scim`), or a system that cannot do that
 * by the token that an administrator made for it.
 */
export function callerCheck(services: Services) {
  const { database } = services;
  const check = tokenCheck(services);
  return async function find(request: FastifyRequest, at: Date): Promise<Caller | TokenFault> {
    const sent = readToken(request, at);
    if (!sent) return { status: 401, error: 'invalid_token' };
    if (sent.scheme === 'bearer') {
      const known = await database.transaction((tx: Tx) => findToken(tx, sent.token, at));
      return known
        ? { name: known.name, accountId: known.madeBy }
        : { status: 401, error: 'invalid_token' };
    }
    const good = await check({ ...sent, audience: '/scim/v2' });
    if ('error' in good && isFault(good)) return good;
    const { clientId, scopes } = good as Exclude<typeof good, TokenFault>;
    if (!scopes.includes('scim'))
      return { status: 403, error: 'insufficient_scope', scope: 'scim' };
    const program = await database.transaction((tx) => programOf(tx, clientId, at, 'vi'));
    return program
      ? { name: clientId, accountId: program.accountId }
      : { status: 401, error: 'invalid_token' };
  };
}
