import { randomBytes } from 'node:crypto';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { signJws, type JsonObject } from '#/platform/sd-jwt/index.ts';
import { newId } from '#/values/id.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialFacts } from '../ports.ts';
import { parseObject, ProtocolFault, secretHash } from '../program-http.ts';
import { checkPresentation, type Finding } from './check-presentation.ts';
import * as store from '../store/requests.ts';

/** A request and its answer live so long, and are deleted then. */
const requestMs = 10 * 60_000;
const sealing = 'shown credentials';
/** What the one credential that we ask for is called in query and answer. */
const queryId = 'giay_to';

/** What is asked, by whom and what for. */
export interface Question {
  readonly claims: readonly string[];
  readonly asker: string;
  readonly purpose: string;
}

/** Asks for some claims of a type. Returns the secret part of the address where the asker waits for the answer. */
export async function ask(
  tx: Tx,
  facts: CredentialFacts,
  { claims, asker, purpose }: Question,
  at: Date,
): Promise<string | Refusal> {
  const known = new Set(facts.claims.map(({ name }) => name));
  const names = [...new Set(claims)].filter((name) => known.has(name));
  if (names.length === 0) return refuse('credential.nothing-asked');
  const secret = randomBytes(24).toString('base64url');
  await store.insertRequest(tx, {
    id: newId(),
    secretHash: secretHash(secret),
    nonce: randomBytes(24).toString('base64url'),
    type: facts.type,
    claims: names,
    asker,
    purpose,
    madeAt: at,
    expiresAt: new Date(at.getTime() + requestMs),
  });
  return secret;
}

/** The link that a wallet opens (OpenID4VP, 5.4). */
export function requestLink(office: CredentialOffice, id: string): string {
  const query = new URLSearchParams({
    client_id: office.clientId,
    request_uri: `${office.url}/giay-to-so/yeu-cau/${id}`,
  });
  return `openid4vp://?${query.toString()}`;
}

/** The same for the wallet in an account of this site: a plain link that every camera opens. */
export function webWalletLink(office: CredentialOffice, id: string): string {
  return requestLink(office, id).replace('openid4vp://', `${office.url}/toi/giay-to-so/cho-xem`);
}

/** The request as it was signed for one wallet (OpenID4VP, 5). @throws ProtocolFault when it was fetched before. */
export async function signedRequest(
  tx: Tx,
  office: CredentialOffice,
  id: string,
  at: Date,
): Promise<string> {
  const request = await store.fetchOnce(tx, id, at);
  if (!request) throw new ProtocolFault('not_found', 404);
  const iat = Math.floor(at.getTime() / 1000);
  const claims: JsonObject = {
    response_type: 'vp_token',
    response_mode: 'direct_post',
    client_id: office.clientId,
    response_uri: `${office.url}/giay-to-so/tra-loi/${id}`,
    aud: 'https://self-issued.me/v2',
    nonce: request.nonce,
    state: id,
    iat,
    exp: Math.floor(request.expiresAt.getTime() / 1000),
    dcql_query: {
      credentials: [
        {
          id: queryId,
          format: 'dc+sd-jwt',
          meta: { vct_values: [office.typeUrl(request.type)] },
          claims: request.claims.map((name) => ({ path: [name] })),
        },
      ],
    },
    // No parameter of the protocol says what for; wallets that do not know this one pass over it (RFC 9101, 4).
    purpose: request.purpose,
    client_metadata: {
      client_name: request.asker,
      vp_formats_supported: {
        'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
      },
    },
  };
  const header = { typ: 'oauth-authz-req+jwt', kid: `${office.did}#${office.kid}` };
  return signJws(header, claims, office.key);
}

/** Takes the answer of the wallet: once, whether it proves anything or not. @throws ProtocolFault */
export async function takeAnswer(
  tx: Tx,
  office: CredentialOffice,
  keys: Keys,
  {
    id,
    form,
    at,
  }: { readonly id: string; readonly form: Readonly<Record<string, string>>; readonly at: Date },
): Promise<object> {
  const request = await store.holdUnanswered(tx, id, at);
  if (!request) throw new ProtocolFault('invalid_request');
  if (form['state'] !== id) throw new ProtocolFault('invalid_request');
  const finding = await findingIn(tx, office, request, form, at);
  const sealed = seal(keys.derive(sealing), JSON.stringify(finding), id);
  await store.updateAnswered(tx, id, sealed, at);
  return {};
}

async function findingIn(
  tx: Tx,
  office: CredentialOffice,
  request: store.ShowRequest,
  form: Readonly<Record<string, string>>,
  at: Date,
): Promise<Finding> {
  // The holder said no, or the wallet has nothing that fits (OpenID4VP, 8.5): both are answers.
  if (form['error'] !== undefined) return { refused: 'declined' };
  const list = parseObject(form['vp_token'] ?? '')[queryId];
  const [presented, ...more] = Array.isArray(list) ? (list as unknown[]) : [];
  if (typeof presented !== 'string' || more.length > 0) throw new ProtocolFault('invalid_request');
  return checkPresentation(tx, office, request, presented, at);
}

/** What was found; undefined while nobody has answered. */
export function findingOf(keys: Keys, { id, sealed }: store.ShowRequest): Finding | undefined {
  if (sealed === null) return undefined;
  const plain = unseal(keys.derive(sealing), sealed, id);
  return plain === undefined ? undefined : (JSON.parse(plain) as Finding);
}
