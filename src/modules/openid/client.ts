import type { JWK } from 'jose';
import type { Text } from '#/values/text.ts';

/** A site that people sign in to with us, or a program that acts by itself. */
export interface Client {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'site' | 'program';
  /** Run by this agency itself: nobody is asked for consent. */
  readonly isOwn: boolean;
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  readonly scopes: readonly string[];
  readonly consentDays: number;
  readonly accountId: string;
  readonly endedAt: Date | null;
}

/** Grant types of each kind (RFC 6749, 4). */
const grantTypes = {
  site: ['authorization_code', 'refresh_token'],
  program: ['client_credentials'],
} as const;

/**
 * A client in the words of dynamic registration (RFC 7591), which the provider reads. Whatever weakens is left out:
 * secrets, other algorithms, requests that were not pushed, tokens without a key.
 */
export function metadataOf(client: Client, oidcScopes: readonly string[]): Record<string, unknown> {
  const isSite = client.kind === 'site';
  return {
    client_id: client.id,
    client_name: client.name.vi,
    grant_types: [...grantTypes[client.kind]],
    response_types: isSite ? ['code'] : [],
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    jwks: client.jwks,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'ES256',
    dpop_bound_access_tokens: true,
    require_pushed_authorization_requests: isSite,
    // Without people there is nobody to be named.
    subject_type: isSite ? 'pairwise' : 'public',
    ...(isSite && {
      scope: client.scopes.filter((scope) => oidcScopes.includes(scope)).join(' '),
    }),
    ...(client.backchannelLogoutUri === null
      ? {}
      : {
          backchannel_logout_uri: client.backchannelLogoutUri,
          backchannel_logout_session_required: true,
        }),
  };
}
