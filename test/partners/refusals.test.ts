import { createHmac } from 'node:crypto';
import * as jose from 'jose';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { Walker } from './browser.ts';
import { startNode, type Node } from './node.ts';
import { begin, finish, newPartner, visit, type Partner } from './partner.ts';

const database = testDatabase(undefined, demoCommune);
let node: Node;
let site: Partner;
let thief: Partner;
let program: Partner;

beforeAll(async () => {
  node = await startNode(database().url);
  site = await newPartner(node, 'cong-xay-dung', 'site', [
    'openid',
    'dossiers.read',
    'offline_access',
  ]);
  thief = await newPartner(node, 'ke-gian', 'site', ['openid']);
  program = await newPartner(node, 'nhan-su-tinh', 'program', ['scim']);
});
afterAll(async () => {
  for (const one of [site, thief, program]) await one.close();
  await node.close();
});

const asked = () => ({ scope: 'openid dossiers.read', resource: `${node.origin}/api` });

async function allowed() {
  const walker = await new Walker(node.origin).signIn('cong-dan-1');
  const begun = await begin(site, asked());
  return { begun, walker, at: await visit(walker, begun) };
}

const refused = (error: string) => expect.objectContaining({ error }) as unknown;

/** Our API with a token and a proof as somebody made them. */
function api(token: string, proof: string | undefined, scheme = 'DPoP'): Promise<Response> {
  return fetch(`${node.origin}/api/v1/dossiers/x`, {
    headers: {
      authorization: `${scheme} ${token}`,
      ...(proof === undefined ? {} : { dpop: proof }),
    },
  });
}

async function proofBy(
  key: CryptoKeyPair,
  token: string,
  facts: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return new jose.SignJWT({
    jti: crypto.randomUUID(),
    htm: 'GET',
    htu: `${node.origin}/api/v1/dossiers/x`,
    ath: Buffer.from(digest).toString('base64url'),
    ...facts,
  })
    .setProtectedHeader({
      typ: 'dpop+jwt',
      alg: 'ES256',
      jwk: await jose.exportJWK(key.publicKey),
      ...header,
    })
    .setIssuedAt((facts['iat'] as number | undefined) ?? undefined)
    .sign(key.privateKey);
}

/** A token of somebody who allowed it, with the key that it is bound to. */
async function bound() {
  const key = await openid.randomDPoPKeyPair('ES256', { extractable: true });
  const walker = await new Walker(node.origin).signIn('cong-dan-1');
  const dpop = openid.getDPoPHandle(site.config, key as never);
  const begun = { ...(await begin(site, asked())), dpop };
  const again = await beginWith(dpop);
  const at = await visit(walker, { ...begun, ...again });
  const { access_token: token } = await finish(site, { ...begun, ...again }, at);
  return { token, key: key as unknown as CryptoKeyPair };
}

async function beginWith(dpop: openid.DPoPHandle) {
  const verifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const url = await openid.buildAuthorizationUrlWithPAR(
    site.config,
    {
      redirect_uri: site.redirectUri,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...asked(),
    },
    { DPoP: dpop },
  );
  return { url, verifier, state, nonce, dpop };
}

describe('the provider refuses', () => {
  it('a code that is used twice, and takes back what it gave for it', async () => {
    const { begun, at } = await allowed();
    const tokens = await finish(site, begun, at);
    await expect(finish(site, begun, at)).rejects.toEqual(refused('invalid_grant'));
    const proof = await begun.dpop.calculateThumbprint();
    expect(proof).toBeTruthy();
    const late = await openid
      .fetchProtectedResource(
        site.config,
        tokens.access_token,
        new URL('/api/v1/dossiers/x', node.origin),
        'GET',
        undefined,
        undefined,
        { DPoP: begun.dpop },
      )
      .catch((error: unknown) => error);
    expect(late).toBeInstanceOf(openid.WWWAuthenticateChallengeError);
  });

  it('one of two that use a code at the same moment', async () => {
    const { begun, at } = await allowed();
    const both = await Promise.allSettled([finish(site, begun, at), finish(site, begun, at)]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  it('a code in the hands of another client, and with another key', async () => {
    const { begun, at } = await allowed();
    await expect(finish({ ...thief, redirectUri: site.redirectUri }, begun, at)).rejects.toThrow();
    const other = await allowed();
    const dpop = openid.getDPoPHandle(site.config, await openid.randomDPoPKeyPair('ES256'));
    await expect(finish(site, { ...other.begun, dpop }, other.at)).rejects.toEqual(
      refused('invalid_grant'),
    );
  });

  it('a request that was not pushed', async () => {
    const walker = await new Walker(node.origin).signIn('cong-dan-1');
    const url = openid.buildAuthorizationUrl(site.config, {
      redirect_uri: site.redirectUri,
      scope: 'openid',
      code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
    });
    await walker.open(url.href);
    expect(walker.url.searchParams.get('error') ?? walker.words).toMatch(/invalid_request/);
    expect(walker.url.searchParams.get('code')).toBeNull();
  });

  it('a foreign address, a wild scope, a missing challenge', async () => {
    await expect(
      begin({ ...site, redirectUri: 'https://ke-gian.example/xong' }, asked()),
    ).rejects.toThrow();
    await expect(begin(site, { ...asked(), resource: `${node.origin}/scim/v2` })).rejects.toEqual(
      refused('invalid_target'),
    );
    await expect(
      openid.buildAuthorizationUrlWithPAR(site.config, {
        redirect_uri: site.redirectUri,
        scope: 'openid',
      }),
    ).rejects.toThrow();
  });

  it.each(['none', 'HS256'])('a client that proves itself by %s, or not at all', async (alg) => {
    const head = { alg, typ: 'JWT' };
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: site.client.id,
      sub: site.client.id,
      aud: node.origin,
      jti: alg,
      iat: now,
      exp: now + 60,
    };
    const text = [head, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const secret = JSON.stringify(site.client.jwks.keys[0]);
    const signature =
      alg === 'none' ? '' : createHmac('sha256', secret).update(text).digest('base64url');
    const forged = await token({
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${text}.${signature}`,
      client_id: site.client.id,
    });
    expect([400, 401]).toContain(forged.status);
    const bare = await token({ client_id: site.client.id });
    expect([400, 401]).toContain(bare.status);
  });

  function token(fields: Record<string, string>): Promise<Response> {
    return fetch(`${node.origin}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
    });
  }

  it('a link that signs somebody else in: the question belongs to the browser in which it began', async () => {
    const begun = await begin(site, { scope: 'openid' });
    const attacker = new Walker(node.origin);
    await attacker.open(begun.url.href);
    const link = decodeURIComponent(attacker.url.searchParams.get('tiep')!);
    const victim = await new Walker(node.origin).signIn('cong-dan-2');
    await victim.open(link);
    expect(victim.words).toContain('được mở ở trình duyệt khác');
  });
});

describe('our API refuses', () => {
  it('a token without its proof, with that of another key, for another address, or used before', async () => {
    const { token, key } = await bound();
    const good = await proofBy(key, token);
    expect((await api(token, good)).status).toBe(404);
    const wrong: [string, string | undefined, string?][] = [
      ['without', undefined],
      ['again', good],
      ['as bearer', await proofBy(key, token), 'Bearer'],
      ['another key', await proofBy((await openid.randomDPoPKeyPair('ES256')) as never, token)],
      ['another address', await proofBy(key, token, { htu: `${node.origin}/api/v1/tasks` })],
      ['another method', await proofBy(key, token, { htm: 'POST' })],
      ['another token', await proofBy(key, `${token}x`)],
      ['old', await proofBy(key, token, { iat: Math.floor(Date.now() / 1000) - 120 })],
      ['another kind', await proofBy(key, token, {}, { typ: 'JWT' })],
    ];
    for (const [what, proof, scheme] of wrong) {
      const answer = await api(token, proof, scheme);
      expect([what, answer.status]).toEqual([what, 401]);
      expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP error="invalid_/);
    }
  });

  it('a token that is not ours, was changed, or is signed by nothing or by our public key', async () => {
    const { token, key } = await bound();
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const kid = (JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }).kid;
    const jwks = (await (await fetch(`${node.origin}/oauth/jwks`)).json()) as { keys: object[] };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const confused = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${body}`;
    const own = await jose.generateKeyPair('ES256');
    const forged = [
      `${encode({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      `${confused}.${createHmac('sha256', JSON.stringify(jwks.keys[0])).update(confused).digest('base64url')}`,
      `${head}.${encode({ ...claims, scope: 'offices.manage' })}.${signature}`,
      await new jose.SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .sign(own.privateKey),
    ];
    for (const one of forged) expect((await api(one, await proofBy(key, one))).status).toBe(401);
  });

  it('a token for another interface, and an ID token in its place', async () => {
    const key = await openid.randomDPoPKeyPair('ES256', { extractable: true });
    const dpop = openid.getDPoPHandle(program.config, key as never);
    const { access_token: scim } = await openid.clientCredentialsGrant(
      program.config,
      { scope: 'scim', resource: `${node.origin}/scim/v2` },
      { DPoP: dpop },
    );
    expect((await api(scim, await proofBy(key as never, scim))).status).toBe(401);
    const { begun, at } = await allowed();
    const { id_token: idToken } = await finish(site, begun, at);
    expect((await api(idToken!, await proofBy(key as never, idToken!))).status).toBe(401);
  });

  it('a program that asks for what people may: it reads what is public, in its own name', async () => {
    const reader = await newPartner(node, 'cong-du-lieu', 'program', ['catalogue.read']);
    const key = await openid.randomDPoPKeyPair('ES256', { extractable: true });
    const dpop = openid.getDPoPHandle(reader.config, key as never);
    const ask = (scope: string) =>
      openid.clientCredentialsGrant(
        reader.config,
        { scope, resource: `${node.origin}/api` },
        { DPoP: dpop },
      );
    const { access_token: token } = await ask('catalogue.read');
    const catalogue = await openid.fetchProtectedResource(
      reader.config,
      token,
      new URL('/api/v1/services', node.origin),
      'GET',
      undefined,
      undefined,
      { DPoP: dpop },
    );
    expect(catalogue.status).toBe(200);
    expect((await api(token, await proofBy(key as never, token))).status).toBe(403);
    // What it may not have is left out.
    expect((await ask('dossiers.read')).scope).toBeUndefined();
    await reader.close();
  });

  it('a token after its five minutes, and at once when its client was ended', async () => {
    const { token, key } = await bound();
    node.clock.set(new Date(Date.now() + 301_000));
    const iat = Math.floor(Date.now() / 1000) + 301;
    expect((await api(token, await proofBy(key, token, { iat }))).status).toBe(401);
    node.clock.set(new Date());
    const { token: another, key: held } = await bound();
    expect((await api(another, await proofBy(held, another))).status).toBe(404);
    await node.services.database.transaction((tx) =>
      tx
        .updateTable('openid.client')
        .set({ ended_at: new Date() })
        .where('id', '=', site.client.id)
        .execute(),
    );
    expect((await api(another, await proofBy(held, another))).status).toBe(401);
  });
});
