import { newHolderKey, signJwt, type Held } from './wallet-credential.ts';
import { randomBytes, base64url } from './wallet-bytes.ts';
import type { BackupLock } from './wallet-backup.ts';

type Json = Record<string, unknown>;
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** What an offer says (OpenID4VCI 1.0, 4.1), and the code that the person reads beside it. */
export interface Offer {
  readonly credential_issuer: string;
  readonly credential_configuration_ids: readonly string[];
  readonly grants: Readonly<Record<string, { readonly 'pre-authorized_code': string }>>;
}

const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** Takes what is offered: token, nonce, proof of a fresh key, credential. @throws when the office refuses */
export async function take(
  offer: Offer,
  personCode: string,
  lock: BackupLock | undefined,
  { fetch, now }: { readonly fetch: Fetch; readonly now: number },
): Promise<Held> {
  const site = offer.credential_issuer;
  const issuer = await read(fetch, wellKnown(site, 'openid-credential-issuer'));
  const servers = (issuer['authorization_servers'] as string[] | undefined) ?? [site];
  const doors = await read(fetch, wellKnown(servers[0]!, 'oauth-authorization-server'));
  const token = await read(fetch, String(doors['token_endpoint']), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: grant,
      'pre-authorized_code': offer.grants[grant]!['pre-authorized_code'],
      tx_code: personCode,
    }),
  });
  const { c_nonce: nonce } = await read(fetch, String(issuer['nonce_endpoint']), {
    method: 'POST',
  });
  const holder = await newHolderKey(lock);
  const { kty, crv, x, y } = holder.jwk;
  const header = { typ: 'openid4vci-proof+jwt', jwk: { kty, crv, x, y } };
  const proof = await signJwt(
    header,
    { aud: site, iat: Math.floor(now / 1000), nonce },
    holder.key,
  );
  const answer = await read(fetch, String(issuer['credential_endpoint']), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${String(token['access_token'])}`,
    },
    body: JSON.stringify({
      credential_configuration_id: offer.credential_configuration_ids[0],
      proofs: { jwt: [proof] },
    }),
  });
  const [given] = answer['credentials'] as { credential: string }[];
  const id = base64url(randomBytes(16));
  return { ...holder, id, credential: given!.credential, takenAt: now };
}

/** Where the metadata of an issuer or of a token door stand (RFC 8414, 3.1). */
function wellKnown(identifier: string, name: string): string {
  const { origin, pathname } = new URL(identifier);
  return `${origin}/.well-known/${name}${pathname.replace(/\/$/, '')}`;
}

async function read(fetch: Fetch, address: string, init?: RequestInit): Promise<Json> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Json;
}
