import { findAccountById, getPerson } from '#/modules/identity/index.ts';
import { postsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isFault, type Actor, type TokenDoor } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Lang } from '#/values/text.ts';
import { tokenCheck, type GoodToken } from './check-token.ts';
import { apiScopes } from './scopes.ts';
import { findClient } from './store/clients.ts';
import { findGranter } from './store/grants.ts';

/** The actor as one who acts for another by a mandate; undefined when they may not. */
type ActBy = (tx: Tx, actor: Actor, mandateId: string) => Promise<Actor | undefined>;

/** Lets people come to the JSON API by a client that they allowed, and programs by themselves. */
export function tokenDoor(
  services: Pick<Services, 'database' | 'config'>,
  actBy: ActBy,
): TokenDoor {
  const check = tokenCheck(services);
  return {
    async check(sent) {
      const token = await check({ ...sent, audience: '/api' });
      if (isFault(token as never)) return token as Exclude<typeof token, GoodToken>;
      const good = token as GoodToken;
      const scope = apiScopes[sent.route];
      if (scope !== undefined && !good.scopes.includes(scope))
        return { status: 403, error: 'insufficient_scope', scope };
      return { actorOf: (tx, at, lang) => actorOf(tx, good, actBy, at, lang) };
    },
  };
}

/**
 * The person who allowed it, as they are now, acting for whom they allowed it; or the program. Null when consent,
 * account or client is no more.
 */
async function actorOf(
  tx: Tx,
  token: GoodToken,
  actBy: ActBy,
  at: Date,
  lang: Lang,
): Promise<Actor | null> {
  const { clientId, subject, grant, assurance } = token;
  if (grant === undefined) return programOf(tx, clientId, at, lang);
  const granter = await findGranter(tx, clientId, subject, grant, at);
  const account = granter && (await findAccountById(tx, granter.accountId));
  if (!account) return null;
  const [person, posts] = await Promise.all([
    getPerson(tx, account.personId),
    account.kind === 'official' ? postsOf(tx, account.personId, at) : [],
  ]);
  const actor: Actor = {
    accountId: account.id,
    personId: account.personId,
    kind: account.kind,
    name: person.fullName,
    posts,
    isVerified: account.level === 'verified',
    assurance: account.level === 'verified' ? (assurance ?? 1) : 1,
    at,
    lang,
  };
  if (granter.mandateId === null) return actor;
  return (await actBy(tx, actor, granter.mandateId)) ?? { ...actor, hasLostMandate: true };
}

/** A program acts in its own name, without any post: it may do what is open to anyone, and what its scopes open. */
export async function programOf(
  tx: Tx,
  clientId: string,
  at: Date,
  lang: Lang,
): Promise<Actor | null> {
  const client = await findClient(tx, clientId);
  if (!client || client.endedAt !== null || client.kind !== 'program') return null;
  const { personId } = (await findAccountById(tx, client.accountId)) ?? {};
  if (personId === undefined) return null;
  return {
    accountId: client.accountId,
    personId,
    kind: 'system',
    name: client.name.vi,
    posts: [],
    isVerified: true,
    at,
    lang,
  };
}
