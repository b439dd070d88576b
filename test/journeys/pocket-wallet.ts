import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { compactVerify, SignJWT, type JWK } from 'jose';
import type { Office } from './office.ts';

type Json = Record<string, unknown>;

/** A wallet on somebody's telephone, written from the protocols with jose and nothing of ours. */
export class PocketWallet {
  readonly #office: Office;
  readonly #key: KeyObject;
  readonly #jwk: JWK;
  /** Credentials as they came. */
  readonly held: string[] = [];

  constructor(office: Office) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#office = office;
    this.#key = privateKey;
    this.#jwk = publicKey.export({ format: 'jwk' }) as JWK;
  }

  /** Takes what an offer offers (OpenID4VCI 1.0, pre-authorised code). Returns the last answer. */
  async take(link: string, personCode: string): Promise<{ status: number; body: Json }> {
    const offer = JSON.parse(new URL(link).searchParams.get('credential_offer')!) as {
      credential_issuer: string;
      credential_configuration_ids: string[];
      grants: Record<string, { 'pre-authorized_code': string }>;
    };
    const issuer = await this.get('/.well-known/openid-credential-issuer');
    const [server] = issuer['authorization_servers'] as string[];
    const { pathname } = new URL(server!);
    const doors = await this.get(`/.well-known/oauth-authorization-server${pathname}`);
    const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
    const token = await this.post(String(doors['token_endpoint']), {
      grant_type: grant,
      'pre-authorized_code': offer.grants[grant]!['pre-authorized_code'],
      tx_code: personCode,
    });
    if (token.status !== 200) return token;
    return this.prove(
      issuer,
      String(token.body['access_token']),
      offer.credential_configuration_ids[0]!,
    );
  }

  /** Proves its key and asks for the credential; with a nonce of its own when one is given. */
  async prove(
    issuer: Json,
    token: string,
    type: string,
    nonce?: string,
  ): Promise<{ status: number; body: Json }> {
    const fresh = await this.post(String(issuer['nonce_endpoint']), {});
    const proof = await new SignJWT({ nonce: nonce ?? fresh.body['c_nonce'] })
      .setProtectedHeader({ alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: this.#jwk })
      .setAudience(String(issuer['credential_issuer']))
      .setIssuedAt(this.#now())
      .sign(this.#key);
    const answer = await this.#inject('POST', String(issuer['credential_endpoint']), {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      payload: JSON.stringify({ credential_configuration_id: type, proofs: { jwt: [proof] } }),
    });
    const [given] = (answer.body['credentials'] as { credential: string }[] | undefined) ?? [];
    if (given) this.held.push(given.credential);
    return answer;
  }

  /** Reads a request after checking who signed it, as `did:web` says. */
  async read(link: string): Promise<Json> {
    const asked = new URL(link).searchParams;
    const { text, status } = await this.#inject('GET', asked.get('request_uri')!);
    if (status !== 200) throw new Error(`no request: ${status}`);
    const did = await this.get('/.well-known/did.json');
    const [method] = did['verificationMethod'] as { publicKeyJwk: JWK }[];
    const key = createPublicKey({ key: method!.publicKeyJwk as never, format: 'jwk' });
    const { payload } = await compactVerify(text, key);
    const request = JSON.parse(Buffer.from(payload).toString()) as Json;
    if (request['client_id'] !== `decentralized_identifier:${String(did['id'])}`)
      throw new Error('asked by another than who signed');
    return request;
  }

  /** What it would show: the claims that were asked for, bound to the request. */
  async present(
    request: Json,
    change: { credential?: string; names?: string[]; nonce?: string; audience?: string } = {},
  ): Promise<string> {
    const [jwt, ...rest] = (change.credential ?? this.held.at(-1)!).split('~');
    const { credentials } = request['dcql_query'] as {
      credentials: { claims: { path: string[] }[] }[];
    };
    const names = change.names ?? credentials[0]!.claims.map(({ path }) => path[0]!);
    const shown = rest.filter((encoded) => {
      if (encoded === '') return false;
      const [, name] = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as string[];
      return names.includes(name!);
    });
    const bound = [jwt, ...shown, ''].join('~');
    const kb = await new SignJWT({
      nonce: change.nonce ?? request['nonce'],
      sd_hash: createHash('sha256').update(bound).digest('base64url'),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
      .setAudience(change.audience ?? String(request['client_id']))
      .setIssuedAt(this.#now())
      .sign(this.#key);
    return bound + kb;
  }

  /** Sends an answer. */
  async answer(request: Json, presented: string): Promise<{ status: number; body: Json }> {
    return this.post(String(request['response_uri']), {
      vp_token: JSON.stringify({ giay_to: [presented] }),
      state: String(request['state']),
    });
  }

  async get(path: string): Promise<Json> {
    const { status, body } = await this.#inject('GET', path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return body;
  }

  /** The answer's text at an address. */
  async textAt(address: string): Promise<string> {
    return (await this.#inject('GET', address)).text;
  }

  async post(url: string, form: Record<string, string>): Promise<{ status: number; body: Json }> {
    return this.#inject('POST', url, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  }

  async #inject(
    method: 'GET' | 'POST',
    url: string,
    rest: { headers?: Record<string, string>; payload?: string } = {},
  ): Promise<{ status: number; body: Json; text: string }> {
    const { pathname } = new URL(url, 'http://localhost');
    const response = await this.#office.web.inject({ method, url: pathname, ...rest });
    const isJson = /json/.test(String(response.headers['content-type']));
    const body = isJson ? response.json<Json>() : {};
    return { status: response.statusCode, body, text: response.payload };
  }

  #now(): number {
    return Math.floor(this.#office.services.clock.now().getTime() / 1000);
  }
}
