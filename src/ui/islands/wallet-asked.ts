import { bytesOf, jsonIn, utf8 } from './wallet-bytes.ts';
import { encryptFor } from './wallet-jwe.ts';
import { presentation, readCredential, type Held } from './wallet-credential.ts';
import type { Fetch } from './wallet-take.ts';

/** One credential that is asked for, by DCQL (OpenID4VP 1.0, 6). */
export interface AskedCredential {
  readonly id: string;
  readonly types: readonly string[];
  readonly names: readonly string[];
}

/** A question of somebody, after it was checked who signed it. */
export interface Asked {
  readonly clientId: string;
  readonly asker: string | undefined;
  readonly purpose: string | undefined;
  readonly credentials: readonly AskedCredential[];
  readonly nonce: string;
  readonly state: string | undefined;
  readonly answerTo: string;
  /** The asker's key when the answer is to be encrypted. */
  readonly encryptTo: JsonWebKey | undefined;
}

/** Finds the key of an asker. @throws when it is none that this wallet can know */
export type AskerKey = (clientId: string, header: Json) => Promise<CryptoKey>;

type Json = Record<string, unknown>;

/** Checks a signed question (OpenID4VP 1.0, 5; RFC 9101). @throws when it is not one that may be answered */
export async function readAsked(
  signed: string,
  clientId: string,
  keyOf: AskerKey,
  now: number,
): Promise<Asked> {
  const [head = '', body = '', signature = ''] = signed.trim().split('.');
  const [header, claims] = [jsonIn(head) as Json, jsonIn(body) as Json];
  if (header['typ'] !== 'oauth-authz-req+jwt' || header['alg'] !== 'ES256')
    throw new Error('not a signed question');
  const key = await keyOf(clientId, header);
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  if (!(await crypto.subtle.verify(how, key, bytesOf(signature), utf8(`${head}.${body}`))))
    throw new Error('signed by another');
  const { nonce, state, response_uri: answerTo, response_mode: mode } = claims;
  const metadata = (claims['client_metadata'] ?? {}) as Json;
  if (claims['client_id'] !== clientId) throw new Error('asked by another');
  if (claims['response_type'] !== 'vp_token' || typeof nonce !== 'string' || nonce === '')
    throw new Error('not understood');
  if (mode !== 'direct_post' && mode !== 'direct_post.jwt') throw new Error('not understood');
  if (typeof answerTo !== 'string') throw new Error('nowhere to answer to');
  if (typeof claims['exp'] === 'number' && claims['exp'] * 1000 < now) throw new Error('too late');
  return {
    clientId,
    asker: textIn(metadata['client_name']),
    purpose: textIn(claims['purpose']),
    credentials: askedIn(claims['dcql_query']),
    nonce,
    state: textIn(state),
    answerTo,
    encryptTo: mode === 'direct_post.jwt' ? encryptionKey(metadata) : undefined,
  };
}

/** The credentials in the wallet that can answer. */
export function fitting(asked: AskedCredential, held: readonly Held[], now: number): Held[] {
  return held.filter(({ credential }) => {
    const { type, claims, expiresAt } = readCredential(credential);
    return (
      asked.types.includes(type) &&
      (expiresAt === undefined || expiresAt * 1000 > now) &&
      asked.names.every((wanted) => claims.some(({ name }) => name === wanted))
    );
  });
}

/** What is shown: for each question a credential, and the claims that its holder agreed to. */
export type Shown = readonly {
  readonly id: string;
  readonly held: Held;
  readonly names: readonly string[];
}[];

/** Sends what is shown, bound to this asker and this question. @throws when it did not arrive */
export async function answer(
  asked: Asked,
  shown: Shown,
  { fetch, now }: { readonly fetch: Fetch; readonly now: number },
): Promise<void> {
  const binding = {
    audience: asked.clientId,
    nonce: asked.nonce,
    at: Math.floor(now / 1000),
  };
  const token: Record<string, string[]> = {};
  for (const { id, held, names } of shown) token[id] = [await presentation(held, names, binding)];
  await send(asked, { vp_token: token }, fetch);
}

/** Tells the asker that nothing is shown (OpenID4VP 1.0, 8.5). */
export async function decline(asked: Asked, fetch: Fetch): Promise<void> {
  await send(asked, { error: 'access_denied' }, fetch);
}

async function send(asked: Asked, said: Json, fetch: Fetch): Promise<void> {
  const whole = { ...said, ...(asked.state !== undefined && { state: asked.state }) };
  const form = asked.encryptTo
    ? { response: await encryptFor(asked.encryptTo, whole) }
    : Object.fromEntries(
        Object.entries(whole).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      );
  const response = await fetch(asked.answerTo, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if (!response.ok) throw new Error(`not taken: ${response.status}`);
}

function askedIn(query: unknown): AskedCredential[] {
  const { credentials, credential_sets: sets } = (query ?? {}) as Json;
  if (!Array.isArray(credentials) || credentials.length === 0 || sets !== undefined)
    throw new Error('not understood');
  return (credentials as Json[]).map(({ id, format, meta, claims, claim_sets: choices }) => {
    const types = ((meta ?? {}) as Json)['vct_values'];
    if (typeof id !== 'string' || format !== 'dc+sd-jwt' || !Array.isArray(types))
      throw new Error('not understood');
    if (choices !== undefined) throw new Error('not understood');
    const names = ((claims ?? []) as { path: unknown[]; values?: unknown }[]).map(
      ({ path, values }) => {
        const [name, ...deeper] = path;
        if (typeof name !== 'string' || deeper.length > 0 || values !== undefined)
          throw new Error('not understood');
        return name;
      },
    );
    return { id, types: types as string[], names };
  });
}

function encryptionKey(metadata: Json): JsonWebKey {
  const { keys = [] } = (metadata['jwks'] ?? {}) as { keys?: (JsonWebKey & { kid?: string })[] };
  const key = keys.find(({ kty, crv, use }) => kty === 'EC' && crv === 'P-256' && use !== 'sig');
  const ways = metadata['encrypted_response_enc_values_supported'];
  // A128GCM is what stands for "nothing said" (OpenID4VP 1.0, 8.3).
  if (!key || !Array.isArray(ways) || !ways.includes('A256GCM')) throw new Error('not understood');
  return key;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
