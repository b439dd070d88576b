import * as openid from 'openid-client';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeAllOf } from '#/modules/openid/index.ts';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { Walker } from './browser.ts';
import { startNode, type Node } from './node.ts';
import { begin, finish, newPartner, visit, type Begun, type Partner } from './partner.ts';

const database = testDatabase(undefined, demoCommune);
let node: Node;
let site: Partner;
let api: string;

beforeAll(async () => {
  node = await startNode(database().url);
  api = `${node.origin}/api`;
  site = await newPartner(node, 'cong-xay-dung', 'site', [
    'openid',
    'profile',
    'offline_access',
    'dossiers.read',
    'desk.read',
  ]);
});
afterAll(async () => {
  await site.close();
  await node.close();
});

const somebody = (account = 'cong-dan-1') => new Walker(node.origin).signIn(account);

async function signedIn(
  parameters: Record<string, string>,
  account?: string,
): Promise<{ begun: Begun; tokens: Awaited<ReturnType<typeof finish>>; walker: Walker; at: URL }> {
  const walker = await somebody(account);
  const begun = await begin(site, parameters);
  const at = await visit(walker, begun);
  return { begun, walker, at, tokens: await finish(site, begun, at) };
}

/** Calls our API with a token and the proof of its key. */
function call(token: string, { dpop }: Begun, path: string, method = 'GET'): Promise<Response> {
  return openid
    .fetchProtectedResource(
      site.config,
      token,
      new URL(path, node.origin),
      method,
      undefined,
      undefined,
      { DPoP: dpop },
    )
    .catch((error: unknown) => {
      if (error instanceof openid.WWWAuthenticateChallengeError) return error.response;
      throw error;
    });
}

async function strike(name: string): Promise<void> {
  await node.application.jobs.find((job) => job.name === name)!.run({});
}

describe('a partner', () => {
  it('signs somebody in: they are asked to sign in and to consent, and come back', async () => {
    const walker = new Walker(node.origin);
    const begun = await begin(site, { scope: 'openid profile' });
    await walker.open(begun.url.href);
    expect(walker.url.pathname).toBe('/dang-nhap');
    await walker.send('/dang-nhap/demo', { account: 'cong-dan-1' });
    expect(walker.words).toContain('Đối tác cong-xay-dung muốn dùng tài khoản của bạn');
    expect(walker.words).toContain('Họ tên, ngày sinh, giới tính của bạn');
    await walker.send('/ket-noi/', { answer: 'yes' });
    expect(walker.url.href).toContain(site.redirectUri);
    const tokens = await finish(site, begun, walker.url);
    const claims = tokens.claims()!;
    expect(claims).toMatchObject({ acr: 'vn:loa:2', amr: ['demo'] });
    const person = await openid.fetchUserInfo(site.config, tokens.access_token, claims.sub, {
      DPoP: begun.dpop,
    });
    expect(person['name']).toBeTruthy();
    expect(person).not.toHaveProperty('vn_personal_number');
    expect(person.sub).toBe(claims.sub);
  });

  it('is asked nothing twice, and calls our API as the person by a token that is bound to its key', async () => {
    const { tokens, begun, at } = await signedIn({
      scope: 'openid dossiers.read',
      resource: api,
    });
    expect(at.searchParams.get('iss')).toBe(node.services.config.publicUrl);
    const listed = await call(tokens.access_token, begun, '/api/v1/dossiers/H00.00-000000-0000');
    expect(listed.status).toBe(404);
    const again = await somebody();
    const next = await begin(site, { scope: 'openid dossiers.read', resource: api });
    await again.open(next.url.href);
    expect(again.url.href).toContain(site.redirectUri);
  });

  it('gets no further than its scopes', async () => {
    const { tokens, begun } = await signedIn({ scope: 'openid dossiers.read', resource: api });
    const refused = await call(tokens.access_token, begun, '/api/v1/tasks');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  it('acts as the official who allowed it, with the posts that they hold', async () => {
    const { tokens, begun } = await signedIn(
      { scope: 'openid desk.read', resource: api },
      'thu-ly-1',
    );
    const tasks = await call(tokens.access_token, begun, '/api/v1/tasks');
    expect(tasks.status).toBe(200);
  });

  it('knows people by another name than other partners do', async () => {
    const other = await newPartner(node, 'doi-tac-khac', 'site', ['openid']);
    const here = (await signedIn({ scope: 'openid' })).tokens.claims()!.sub;
    const walker = await somebody();
    const begun = await begin(other, { scope: 'openid' });
    const tokens = await finish(other, begun, await visit(walker, begun));
    expect(tokens.claims()!.sub).not.toBe(here);
    await other.close();
  });

  it('goes on by a refresh token that works once; used twice, all of it is gone', async () => {
    const { tokens, begun } = await signedIn({
      scope: 'openid offline_access dossiers.read',
      resource: api,
      prompt: 'consent',
    });
    const first = tokens.refresh_token!;
    const more = await openid.refreshTokenGrant(site.config, first, undefined, {
      DPoP: begun.dpop,
    });
    expect(more.refresh_token).not.toBe(first);
    const introspected = await openid.tokenIntrospection(site.config, more.refresh_token!);
    expect(introspected.active).toBe(true);
    await expect(
      openid.refreshTokenGrant(site.config, first, undefined, { DPoP: begun.dpop }),
    ).rejects.toMatchObject({ error: 'invalid_grant' });
    expect((await openid.tokenIntrospection(site.config, more.refresh_token!)).active).toBe(false);
    expect((await call(more.access_token, begun, '/api/v1/dossiers/x')).status).toBe(401);
  });

  it('revokes what it does not need any more', async () => {
    const { tokens } = await signedIn({ scope: 'openid offline_access', prompt: 'consent' });
    await openid.tokenRevocation(site.config, tokens.refresh_token!);
    expect((await openid.tokenIntrospection(site.config, tokens.refresh_token!)).active).toBe(
      false,
    );
  });

  it('is told when the person signs out with us, and its tokens die', async () => {
    const { tokens, begun, walker } = await signedIn({
      scope: 'openid dossiers.read',
      resource: api,
    });
    await walker.open('/');
    await walker.send('/dang-xuat');
    await node.queue.drain();
    await strike('openid.end-sessions');
    await node.queue.drain();
    const [told] = site.told.splice(0);
    const { payload } = await jwtVerify(
      told!,
      createRemoteJWKSet(new URL(`${node.origin}/oauth/jwks`)),
      { issuer: node.origin, audience: site.client.id, typ: 'logout+jwt' },
    );
    expect(payload.sub).toBe(tokens.claims()!.sub);
    expect(payload['events']).toHaveProperty('http://schemas.openid.net/event/backchannel-logout');
    expect(begun).toBeTruthy();
  });

  it('is told when the account is closed, and can use nothing of it any more', async () => {
    const { tokens, begun } = await signedIn(
      { scope: 'openid dossiers.read', resource: api },
      'doanh-nghiep-1',
    );
    await node.services.database.transaction(async (tx) => {
      const row = await tx
        .selectFrom('openid.subject')
        .select('account_id')
        .where('subject', '=', tokens.claims()!.sub)
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('identity.account')
        .set({ closed_at: new Date() })
        .where('id', '=', row.account_id)
        .execute();
      await revokeAllOf(tx, row.account_id);
    });
    expect((await call(tokens.access_token, begun, '/api/v1/dossiers/x')).status).toBe(401);
    await strike('openid.end-sessions');
    await node.queue.drain();
    expect(site.told.splice(0)).toHaveLength(1);
  });

  it('signs people out of us: they are asked, and led back', async () => {
    const { tokens, walker } = await signedIn({ scope: 'openid' });
    const url = openid.buildEndSessionUrl(site.config, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: site.client.postLogoutRedirectUris[0]!,
      state: 'x1',
    });
    await walker.open(url.href);
    expect(walker.words).toContain('Bạn vừa đăng xuất khỏi Đối tác cong-xay-dung');
    await walker.send('/ket-noi/dang-xuat');
    expect(walker.url.href).toBe(`${site.client.postLogoutRedirectUris[0]}?state=x1`);
    await walker.open('/tai-khoan');
    expect(walker.url.pathname).toBe('/dang-nhap');
  });

  it('loses everything when the person takes their consent back', async () => {
    const { tokens, begun, walker } = await signedIn({
      scope: 'openid dossiers.read',
      resource: api,
    });
    await walker.open('/tai-khoan/ung-dung');
    expect(walker.words).toContain('Xem hồ sơ của bạn');
    const id = /name="id" value="([^"]+)"/.exec(walker.html)![1]!;
    await walker.send('/tai-khoan/ung-dung', { id });
    expect(walker.words).toContain('Đã rút lại');
    expect((await call(tokens.access_token, begun, '/api/v1/dossiers/x')).status).toBe(401);
  });

  it('is told no when the person says no', async () => {
    const walker = await somebody('cong-dan-2');
    const begun = await begin(site, { scope: 'openid profile' });
    await walker.open(begun.url.href);
    await walker.send('/ket-noi/', { answer: 'no' });
    expect(walker.url.searchParams.get('error')).toBe('access_denied');
  });

  it('asks for a fresh proof, and gets the person only after one', async () => {
    const walker = await somebody();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const begun = await begin(site, { scope: 'openid', prompt: 'login' });
    await walker.open(begun.url.href);
    expect(walker.url.pathname).toBe('/tai-khoan/xac-nhan');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await walker.send('/tai-khoan/xac-nhan', { demo: 'yes' });
    await walker.send('/ket-noi/', { answer: 'yes' });
    expect(walker.url.href).toContain(site.redirectUri);
  });
});
