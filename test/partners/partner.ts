import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as jose from 'jose';
import * as openid from 'openid-client';
import { registerClient, type Client } from '#/modules/openid/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import type { Node } from './node.ts';
import type { Walker } from './browser.ts';

/** A partner's site or program with its key, as its makers would build it on `openid-client`. */
export interface Partner {
  readonly client: Client;
  readonly config: openid.Configuration;
  readonly key: CryptoKey;
  readonly redirectUri: string;
  /** Logout tokens that it was told. */
  readonly told: string[];
  close(): Promise<void>;
}

/** Registers a partner and lets it discover the provider. */
export async function newPartner(
  node: Node,
  id: string,
  kind: Client['kind'],
  scopes: readonly string[],
  facts: { readonly isOwn?: boolean; readonly fetch?: openid.CustomFetch } = {},
): Promise<Partner> {
  const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const publicJwk = await jose.exportJWK(publicKey);
  const told: string[] = [];
  const server = await listen(told);
  const { port } = server.address() as AddressInfo;
  const redirectUri = `http://localhost:${port}/xong`;
  const isSite = kind === 'site';
  const client = await node.services.database.transaction((tx) =>
    registerClient(tx, systemActor(node.clock.now()), id, kind, {
      name: text(`Đối tác ${id}`, `Partner ${id}`),
      isOwn: facts.isOwn ?? false,
      jwks: { keys: [{ ...publicJwk, alg: 'ES256', use: 'sig' }] },
      redirectUris: isSite ? [redirectUri] : [],
      postLogoutRedirectUris: isSite ? [`http://localhost:${port}/da-ra`] : [],
      backchannelLogoutUri: isSite ? `http://localhost:${port}/dang-xuat` : null,
      scopes,
      consentDays: 90,
    }),
  );
  if (isRefusal(client)) throw new Error(client.refused);
  const config = await openid.discovery(
    new URL(node.services.config.publicUrl),
    id,
    { id_token_signed_response_alg: 'ES256', use_mtls_endpoint_aliases: false },
    openid.PrivateKeyJwt(privateKey),
    {
      execute: [openid.allowInsecureRequests],
      ...(facts.fetch && { [openid.customFetch]: facts.fetch }),
    },
  );
  return {
    client,
    config,
    key: privateKey,
    redirectUri,
    told,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(told: string[]): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const token = new URLSearchParams(Buffer.concat(chunks).toString()).get('logout_token');
        if (token !== null) told.push(token);
        response.end();
      });
    });
    server.listen(0, 'localhost', () => resolve(server));
  });
}

/** A sign-in that a partner has begun. */
export interface Begun {
  readonly url: URL;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly dpop: openid.DPoPHandle;
}

/** Pushes the request and gives the address to send the person to. */
export async function begin(
  { config, redirectUri }: Partner,
  parameters: Readonly<Record<string, string>>,
): Promise<Begun> {
  const [verifier, state, nonce] = [
    openid.randomPKCECodeVerifier(),
    openid.randomState(),
    openid.randomNonce(),
  ];
  const dpop = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair('ES256'));
  const url = await openid.buildAuthorizationUrlWithPAR(
    config,
    {
      redirect_uri: redirectUri,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...parameters,
    },
    { DPoP: dpop },
  );
  return { url, verifier, state, nonce, dpop };
}

/** Takes the answer that the browser was led back with. */
export function finish({ config }: Partner, begun: Begun, at: URL) {
  const { verifier, state, nonce, dpop } = begun;
  return openid.authorizationCodeGrant(
    config,
    at,
    {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    },
    undefined,
    { DPoP: dpop },
  );
}

/** Leads somebody who is signed in through consent and back. */
export async function visit(walker: Walker, begun: Begun): Promise<URL> {
  await walker.open(begun.url.href);
  if (walker.html.includes('name="answer"') && walker.url.pathname.startsWith('/ket-noi/'))
    await walker.send('/ket-noi/', { answer: 'yes' });
  return walker.url;
}
