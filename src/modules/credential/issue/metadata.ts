import { didDocument, type JsonObject } from '#/platform/sd-jwt/index.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialFacts } from '../ports.ts';

/** What we issue and where (OpenID4VCI, 12.2). */
export function issuerMetadata(
  office: CredentialOffice,
  types: readonly CredentialFacts[],
): object {
  const { url } = office;
  return {
    credential_issuer: url,
    authorization_servers: [`${url}/giay-to-so`],
    credential_endpoint: `${url}/giay-to-so/cap`,
    nonce_endpoint: `${url}/giay-to-so/so-dung-mot-lan`,
    credential_configurations_supported: Object.fromEntries(
      types.map((facts) => [facts.type, configuration(office, facts)]),
    ),
  };
}

/** The door for tokens (RFC 8414): only codes that we gave in an offer are exchanged here. */
export function authorizationMetadata({ url }: CredentialOffice): object {
  return {
    issuer: `${url}/giay-to-so`,
    token_endpoint: `${url}/giay-to-so/ma-truy-cap`,
    response_types_supported: [],
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code'],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

/** Keys of the office for credentials (SD-JWT VC, 5). */
export function jwtVcIssuer({ url, jwk }: CredentialOffice): object {
  return { issuer: url, jwks: { keys: [jwk] } };
}

/** The office as `did:web`. */
export function officeDid({ did, jwk }: CredentialOffice): JsonObject {
  return didDocument(did, [jwk]);
}

/** What a type is called and what each of its claims means (SD-JWT VC, 6). */
export function typeMetadata(
  office: CredentialOffice,
  { type, name, claims }: CredentialFacts,
): object {
  return {
    vct: office.typeUrl(type),
    name: name.vi,
    display: [
      { locale: 'vi-VN', name: name.vi },
      { locale: 'en-US', name: name.en },
    ],
    claims: claims.map(({ name: claim, label }) => ({
      path: [claim],
      sd: 'always',
      display: [
        { locale: 'vi-VN', label: label.vi },
        { locale: 'en-US', label: label.en },
      ],
    })),
  };
}

function configuration(office: CredentialOffice, { type, name, claims }: CredentialFacts): object {
  return {
    format: 'dc+sd-jwt',
    scope: type,
    vct: office.typeUrl(type),
    cryptographic_binding_methods_supported: ['jwk'],
    credential_signing_alg_values_supported: ['ES256'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    credential_metadata: {
      display: [
        { name: name.vi, locale: 'vi-VN' },
        { name: name.en, locale: 'en-US' },
      ],
      claims: claims.map(({ name: claim, label }) => ({
        path: [claim],
        display: [
          { name: label.vi, locale: 'vi-VN' },
          { name: label.en, locale: 'en-US' },
        ],
      })),
    },
  };
}
