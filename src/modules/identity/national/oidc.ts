import type { Configuration } from 'openid-client';
import type { OidcSettings } from '#/platform/config/index.ts';
import { breaker, ProviderAway } from './breaker.ts';
import type { IdentityProvider, NationalPerson } from './provider.ts';
import { readPerson } from './read-person.ts';

/**
 * Any provider of standard OpenID Connect: found by discovery, with PKCE, state, nonce, and the issuer named in the
 * answer where the provider does so (RFC 9207). The library is loaded when somebody first signs in.
 */
export function oidc(settings: OidcSettings, isDemo: boolean): IdentityProvider {
  const gate = breaker();
  let found: Promise<Configuration> | undefined;

  return {
    begin: ({ redirectUri, secrets }) =>
      answered(async () => {
        const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client');
        return buildAuthorizationUrl(await discovered(), {
          redirect_uri: redirectUri,
          scope: settings.scope,
          state: secrets.state,
          nonce: secrets.nonce,
          code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
          code_challenge_method: 'S256',
        });
      }),
    codeIn: (search) => new URLSearchParams(search).get('code') ?? undefined,
    finish: async ({ search, redirectUri, secrets }) =>
      (await answered(() => ask(new URL(`${redirectUri}?${search}`), secrets))) ?? 'failed',
  };

  async function ask(
    answer: URL,
    { state, nonce, verifier }: Parameters<IdentityProvider['begin']>[0]['secrets'],
  ): Promise<NationalPerson | undefined> {
    const { authorizationCodeGrant, ClientError, fetchUserInfo, ...kinds } =
      await import('openid-client');
    try {
      const configuration = await discovered();
      const tokens = await authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return undefined;
      const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasUserInfo
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      // What is signed counts before what is only said.
      return readPerson({ ...more, ...claims }, settings, isDemo);
    } catch (error) {
      if (error instanceof kinds.ResponseBodyError && error.status >= 500)
        throw new ProviderAway(String(error.status));
      const isRefused =
        error instanceof kinds.ResponseBodyError ||
        error instanceof kinds.AuthorizationResponseError ||
        error instanceof kinds.WWWAuthenticateChallengeError ||
        (error instanceof ClientError && !isAway(error));
      if (isRefused) return undefined;
      throw error;
    }
  }

  async function discovered(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret, timeoutMs } = settings;
    const isPlain = issuer.startsWith('http:');
    found ??= client.discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
      { timeout: timeoutMs / 1_000, ...(isPlain && { execute: [client.allowInsecureRequests] }) },
    );
    try {
      return await found;
    } catch (error) {
      // What failed once may be there the next time.
      found = undefined;
      throw error;
    }
  }

  async function answered<T>(work: () => Promise<T>): Promise<T | 'busy'> {
    try {
      return await gate.run(async () => {
        try {
          return await work();
        } catch (error) {
          // Whatever is left is the way there: network, time, an answer that is none.
          throw error instanceof ProviderAway ? error : new ProviderAway('no answer');
        }
      });
    } catch (error) {
      if (error instanceof ProviderAway) return 'busy';
      throw error;
    }
  }
}

/** No answer in time, or one by which the provider says that it cannot. */
function isAway(error: Error & { code?: string | undefined }): boolean {
  if (error.cause instanceof Response && error.cause.status >= 500) return true;
  return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT';
}
