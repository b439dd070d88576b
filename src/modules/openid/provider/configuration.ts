import type * as Oidc from 'oidc-provider';
import type { JWK } from 'jose';
import { findAccountById, getPerson } from '#/modules/identity/index.ts';
import { readingAs } from '#/platform/db/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { oidcScopeNames, personScopes, resources } from '../scopes.ts';
import { listGrantIds, updateGrantMandate } from '../store/grants.ts';
import type { Ports } from '../ports.ts';
import { namesFor, overMandate } from './acting.ts';
import { adapterFor } from './adapter.ts';
import { claimsOf } from './claims.ts';
import { policyOf } from './policy.ts';
import { recentClients } from './recent-clients.ts';
import { levels } from './vouch.ts';

/** Where the provider answers, below the site's address. */
export const paths = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  pushed_authorization_request: '/oauth/request',
  userinfo: '/oauth/userinfo',
  introspection: '/oauth/introspect',
  revocation: '/oauth/revoke',
  jwks: '/oauth/jwks',
  end_session: '/oauth/dang-xuat',
} as const;

/** Lifetimes in seconds. */
const ttl = {
  code: 60,
  token: 300,
  request: 60,
  refresh: 12 * 3600,
  session: 24 * 3600,
  asked: 1200,
};

/** The signature that binds an interaction to the browser in which it began. */
function interactionProof({ keys }: Pick<Services, 'keys'>, uid: string, csrf: string): string {
  return keys.sign(binding, `${uid} ${csrf}`);
}

/** Whether an interaction began in this browser. */
export function isOfBrowser(
  { keys }: Pick<Services, 'keys'>,
  uid: string,
  csrf: string,
  proof: string,
): boolean {
  return keys.verify(binding, `${uid} ${csrf}`, proof);
}

const binding = 'openid interaction';

/** What the request to the provider brings along. */
export interface Carried {
  /** The token of the browser's own forms. */
  cqsCsrf?: string;
  /** The mandate by which its holder wants to act for another. */
  cqsMandate?: string | undefined;
}

/**
 * Settings of the provider, after FAPI 2.0 where the library leaves a choice: requests are pushed (RFC 9126), PKCE, tokens
 * bound to keys (RFC 9449), clients prove themselves by key (RFC 7523), ES256 and nothing else.
 */
export function configurationOf(
  oidc: typeof Oidc,
  services: Services,
  jwks: JWK[],
  ports: Ports,
): Oidc.Configuration {
  const { database, clock, config, keys } = services;
  const names = namesFor(services, ports);
  const clients = recentClients(services);
  const es256 = ['ES256' as const];

  /** For whom somebody is signed in at a client, where it is not for themselves. */
  async function actingFor(accountId: string, source: unknown): Promise<object> {
    const { grantId, clientId } = (source ?? {}) as { grantId?: string; clientId?: string };
    if (grantId === undefined || clientId === undefined) return {};
    const acting = await database.transaction((tx) =>
      names.acting(tx, { accountId, clientId, grantId }),
    );
    if (acting === undefined || acting === overMandate) return {};
    return { acting_for: { sub: acting.sub, mandate_id: acting.mandate_id } };
  }

  return {
    adapter: adapterFor(services, clients, (of) =>
      of === 'grant'
        ? new oidc.errors.InvalidGrant('it was used already')
        : new oidc.errors.InvalidGrant('the proof was used already'),
    ),
    jwks: { keys: jwks as Oidc.JWK[] },
    routes: paths,
    scopes: ['openid', 'offline_access'],
    claims: Object.fromEntries(
      personScopes
        .filter(({ claims }) => claims.length > 0)
        .map(({ name, claims }) => [name, [...claims]]),
    ),
    acrValues: [...levels],
    responseTypes: ['code'],
    subjectTypes: ['pairwise', 'public'],
    clientAuthMethods: ['private_key_jwt'],
    clientDefaults: {
      id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'private_key_jwt',
    },
    enabledJWA: {
      idTokenSigningAlgValues: es256,
      clientAuthSigningAlgValues: es256,
      dPoPSigningAlgValues: es256,
    },
    pkce: { required: () => true },
    clockTolerance: 5,
    allowOmittingSingleRegisteredRedirectUri: false,
    cookies: {
      names: { session: 'cqs_op', interaction: 'cqs_op_asked', resume: 'cqs_op_resume' },
      keys: [keys.derive('openid cookies').toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') },
      short: { httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') },
    },
    discovery: { ui_locales_supported: ['vi', 'en'] },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      dPoP: { enabled: true, requireNonce: () => false },
      clientCredentials: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx) {
          const { uid, state } = ctx.oidc.session as unknown as {
            uid: string;
            state: { secret: string };
          };
          ctx.redirect(`/ket-noi/dang-xuat?phien=${uid}&khoa=${state.secret}`);
        },
        postLogoutSuccessSource: (ctx) => ctx.redirect('/'),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined as unknown as string,
        useGrantedResource: () => true,
        async getResourceServerInfo(_ctx, indicator, client) {
          const resource = resources.find(({ path }) => `${config.publicUrl}${path}` === indicator);
          if (!resource) throw new oidc.errors.InvalidTarget();
          const known = await clients(client.clientId);
          const allowed = resource.scopes.filter(({ name }) => known?.scopes.includes(name));
          if (allowed.length === 0) throw new oidc.errors.InvalidTarget();
          return {
            scope: allowed.map(({ name }) => name).join(' '),
            audience: indicator,
            accessTokenFormat: 'jwt',
            accessTokenTTL: ttl.token,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
    interactions: {
      policy: policyOf(oidc),
      url(ctx, { uid }) {
        const { cqsCsrf = '' } = ctx.req as Carried;
        return `/ket-noi/${uid}?khoa=${interactionProof(services, uid, cqsCsrf)}`;
      },
    },
    async findAccount(ctx, accountId, source) {
      const account = await database.transaction((tx) => findAccountById(tx, accountId));
      if (!account) return undefined;
      const { clientName, clientId } = ctx.oidc.client ?? {};
      const what = clientName ?? clientId ?? 'openid';
      const id = systemAccountId;
      const partner = { way: 'program', what, accountId: id, personId: id, own: [] } as const;
      return {
        accountId,
        // Asked for when something of the person is told to a client: then, and only then, it has been read.
        claims: async () => {
          const read = () => database.transaction((tx) => getPerson(tx, account.personId));
          const person = claimsOf(await readingAs(partner, read));
          return { sub: accountId, ...person, ...(await actingFor(accountId, source)) };
        },
      };
    },
    pairwiseIdentifier: (_ctx, accountId, { clientId }) =>
      database.transaction((tx) => names.ofAccount(tx, clientId, accountId)),
    async loadExistingGrant(ctx) {
      const { client, session, provider, result } = ctx.oidc;
      const accountId = session?.accountId;
      if (!client || accountId === undefined) return undefined;
      const given = (result?.['consent'] as { grantId?: string } | undefined)?.grantId;
      const mandateId = (ctx.req as Carried).cqsMandate;
      const ids = await database.transaction(async (tx) => {
        // Whose mandate has ended is asked at the page of consent, which says so.
        const isOver =
          mandateId !== undefined &&
          (await ports.principalOf(tx, { accountId, mandateId, at: clock.now() })) === undefined;
        return isOver ? undefined : listGrantIds(tx, accountId, client.clientId, mandateId);
      });
      if (ids === undefined) return undefined;
      for (const id of given === undefined ? ids : [given]) {
        const grant = await provider.Grant.find(id);
        if (grant) return grant;
      }
      const own = await ownGrant(clients, ctx, accountId);
      if (own && mandateId !== undefined)
        await database.transaction((tx) => updateGrantMandate(tx, own.jti, mandateId));
      return own;
    },
    async extraTokenClaims(ctx, token) {
      if (token.kind !== 'AccessToken') return undefined;
      const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
      const source = code ?? refresh;
      const { accountId, clientId = '', grantId } = token;
      const acting = await database.transaction((tx) =>
        names.acting(tx, { accountId, clientId, grantId }),
      );
      if (acting === overMandate) throw new oidc.errors.InvalidGrant(overMandate);
      return {
        // Our own interfaces ask with it whether the consent still holds.
        grant: grantId,
        ...(source?.acr === undefined ? {} : { acr: source.acr }),
        ...(source?.authTime === undefined ? {} : { auth_time: source.authTime }),
        ...acting,
      };
    },
    formats: {
      customizers: {
        // The library writes the name of who is signed in over that of whom they act for.
        jwt(_ctx, { extra }, { payload }) {
          if (extra?.['act'] !== undefined) payload['sub'] = extra['sub'];
        },
      },
    },
    // Asked are only addresses that an administrator registered, outside the demo by TLS: partners in the networks of
    // the state have private addresses, which the library would not go to.
    fetch: (url, { method = 'GET', headers, body }: RequestInit = {}) =>
      fetch(url, {
        method,
        ...(headers && { headers }),
        ...(body && { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(5_000),
      }),
    rotateRefreshToken: () => true,
    ttl: {
      AuthorizationCode: ttl.code,
      AccessToken: ttl.token,
      ClientCredentials: ttl.token,
      IdToken: ttl.token,
      // What is rotated does not live longer than the first.
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? ttl.refresh,
      Session: ttl.session,
      Interaction: ttl.asked,
      Grant: 365 * 86_400,
      PushedAuthorizationRequest: ttl.request,
    },
    renderError: (ctx, out) => {
      ctx.status = 303;
      ctx.redirect(`/ket-noi/loi?ma=${encodeURIComponent(String(out.error))}`);
    },
  };
}

/** Nobody is asked whether this agency may know what it knows: its own clients are granted what they ask. */
async function ownGrant(
  clients: ReturnType<typeof recentClients>,
  ctx: Oidc.KoaContextWithOIDC,
  accountId: string,
): Promise<Oidc.Grant | undefined> {
  const { client, provider, requestParamScopes, resourceServers = {} } = ctx.oidc;
  const known = client && (await clients(client.clientId));
  if (!known?.isOwn) return undefined;
  const grant = new provider.Grant({ accountId, clientId: known.id });
  const asked = [...requestParamScopes].filter((scope) => known.scopes.includes(scope));
  grant.addOIDCScope(asked.filter((scope) => oidcScopeNames.includes(scope)).join(' '));
  for (const indicator of Object.keys(resourceServers))
    grant.addResourceScope(
      indicator,
      asked.filter((scope) => !oidcScopeNames.includes(scope)).join(' '),
    );
  await grant.save();
  return grant;
}
