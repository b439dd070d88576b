import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { beginAttempt } from './attempt.ts';
import { oidc } from './oidc.ts';

/** What the issuer does next. */
const next: { claims: JWTPayload; status: number; algorithm: 'ES256' | 'none' } = {
  claims: {},
  status: 200,
  algorithm: 'ES256',
};
let verifierSeen: string | null = null;
let server: Server;
let issuer = '';
const redirectUri = 'https://xa.example.vn/dang-nhap/vneid/tro-ve';
const { secrets } = beginAttempt(keysFrom(Buffer.alloc(32, 7)), { endsAt: new Date() });
const person = { sub: '7f3', so: '000192000001', ten: 'Nguyễn Thị Bình', acr: 'vn:loa:2' };

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' };
  server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '';
      const json = (body: object, status = 200) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(body));
      if (path.endsWith('/openid-configuration'))
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['ES256'],
          authorization_response_iss_parameter_supported: true,
        });
      if (path === '/jwks') return json({ keys: [jwk] });
      let body = '';
      for await (const part of request) body += String(part);
      verifierSeen = new URLSearchParams(body).get('code_verifier');
      if (next.status !== 200) return json({ error: 'invalid_grant' }, next.status);
      const payload = { nonce: secrets.nonce, ...person, ...next.claims };
      const signed = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(String(next.claims['iss'] ?? issuer))
        .setAudience(String(next.claims['aud'] ?? 'thu'))
        .setIssuedAt()
        .setExpirationTime('2m')
        .sign(privateKey);
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      const unsigned = `${none}.${signed.split('.')[1]}.`;
      const idToken = next.algorithm === 'none' ? unsigned : signed;
      return json({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken });
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => Object.assign(next, { claims: {}, status: 200, algorithm: 'ES256' }));

function provider() {
  return oidc(
    {
      kind: 'oidc',
      issuer,
      clientId: 'thu',
      scope: 'openid',
      claims: { personalId: 'so', fullName: 'ten', bornOn: 'sinh', level: 'acr' },
      levels: { 'vn:loa:1': 1, 'vn:loa:2': 2 },
      persons: [],
      timeoutMs: 1_000,
      stateSeconds: 60,
    },
    true,
  );
}

const finish = (search = `code=c&state=${secrets.state}&iss=${encodeURIComponent(issuer)}`) =>
  provider().finish({ search, redirectUri, secrets });

test('somebody goes to the issuer with state, nonce and the hash of a verifier, and comes back known', async () => {
  const address = (await provider().begin({ redirectUri, secrets })) as URL;
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge_method: 'S256',
  });
  expect(await finish()).toEqual({
    personalId: '000192000001',
    fullName: 'Nguyễn Thị Bình',
    bornOn: null,
    level: 2,
  });
  expect(verifierSeen).toBe(secrets.verifier);
});

test('a token for another sign-in, client or level, of another issuer or unsigned, opens nothing', async () => {
  for (const claims of [
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'https://another.example' },
    { acr: 'vn:loa:9' },
    { so: '' },
  ]) {
    next.claims = claims;
    expect(await finish(), JSON.stringify(claims)).toBe('failed');
  }
  Object.assign(next, { claims: {}, algorithm: 'none' });
  expect(await finish()).toBe('failed');
});

test('another state, an answer of another issuer, a refusal and a used code open nothing', async () => {
  expect(await finish(`code=c&state=other&iss=${encodeURIComponent(issuer)}`)).toBe('failed');
  const foreign = encodeURIComponent('https://another.example');
  expect(await finish(`code=c&state=${secrets.state}&iss=${foreign}`)).toBe('failed');
  expect(await finish(`code=c&state=${secrets.state}`)).toBe('failed');
  expect(await finish(`error=access_denied&state=${secrets.state}`)).toBe('failed');
  next.status = 400;
  expect(await finish()).toBe('failed');
});

test('an issuer that is broken or away is called busy', async () => {
  next.status = 503;
  expect(await finish()).toBe('busy');
});
