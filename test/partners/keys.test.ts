import * as jose from 'jose';
import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { Walker } from './browser.ts';
import { startNode, type Node } from './node.ts';
import { begin, finish, newPartner, visit, type Partner } from './partner.ts';

const database = testDatabase(undefined, demoCommune);
let node: Node;
let site: Partner;

beforeAll(async () => {
  node = await startNode(database().url);
  site = await newPartner(node, 'cong-xay-dung', 'site', [
    'openid',
    'dossiers.read',
    'offline_access',
  ]);
});
afterAll(async () => {
  await site.close();
  await node.close();
});

const asked = () => ({
  scope: 'openid dossiers.read offline_access',
  resource: `${node.origin}/api`,
  prompt: 'consent',
});

async function kids(origin = node.origin): Promise<string[]> {
  const { keys } = (await (await fetch(`${origin}/oauth/jwks`)).json()) as {
    keys: { kid: string }[];
  };
  return keys.map(({ kid }) => kid);
}

async function press(occasion: 'turn' | 'leak'): Promise<void> {
  const admin = await new Walker(node.origin).signIn('quan-tri');
  await admin.open('/quan-tri/ung-dung/khoa');
  await admin.send('/quan-tri/ung-dung/khoa', { occasion });
  if (admin.url.pathname !== '/tai-khoan/xac-nhan') return;
  await admin.send('/tai-khoan/xac-nhan', { demo: 'yes' });
  await admin.send('/quan-tri/ung-dung/khoa', { occasion });
}

function call(token: string, dpop: openid.DPoPHandle): Promise<number> {
  return openid
    .fetchProtectedResource(
      site.config,
      token,
      new URL('/api/v1/dossiers/x', node.origin),
      'GET',
      undefined,
      undefined,
      { DPoP: dpop },
    )
    .then(
      ({ status }) => status,
      (error: { status?: number }) => error.status ?? 0,
    );
}

it('a key is published before it signs; tokens of the old one go on; after a leak they do not', async () => {
  const walker = await new Walker(node.origin).signIn('cong-dan-1');
  const begun = await begin(site, asked());
  const tokens = await finish(site, begun, await visit(walker, begun));
  const [old] = await kids();
  await press('turn');
  const both = await kids();
  expect(both).toHaveLength(2);
  expect(jose.decodeProtectedHeader(tokens.access_token).kid).toBe(old);

  const same = await openid.refreshTokenGrant(site.config, tokens.refresh_token!, undefined, {
    DPoP: begun.dpop,
  });
  expect(jose.decodeProtectedHeader(same.access_token).kid).toBe(old);

  // A day later the new key signs; what the old one signed is believed all the same.
  await node.services.database.transaction((tx) =>
    tx
      .updateTable('openid.signing_key')
      .set({ signs_from: new Date() })
      .where('kid', '<>', old!)
      .execute(),
  );
  node.clock.set(new Date(Date.now() + 40_000));
  const next = await openid.refreshTokenGrant(site.config, same.refresh_token!, undefined, {
    DPoP: begun.dpop,
  });
  node.clock.set(new Date());
  expect(jose.decodeProtectedHeader(next.access_token).kid).toBe(both.find((kid) => kid !== old));
  expect(await call(same.access_token, begun.dpop)).toBe(404);
  expect(await call(next.access_token, begun.dpop)).toBe(404);

  await press('leak');
  node.clock.set(new Date(Date.now() + 40_000));
  expect(await call(next.access_token, begun.dpop)).toBe(401);
  node.clock.set(new Date());
  expect(await kids()).toHaveLength(1);
});

it('what one node began, another finishes: nothing is lost with a node', async () => {
  // Both have the site's one address; the second answers when the first is gone.
  const first = await startNode(database().url, 'http://cong.example');
  const second = await startNode(database().url, 'http://cong.example');
  const through = (at: () => Node) => (url: string | URL | Request, init?: RequestInit) =>
    fetch(
      String(url instanceof Request ? url.url : url).replace('http://cong.example', at().origin),
      init,
    );
  let alive = first;
  const partner = await newPartner(first, 'hai-may', 'site', ['openid', 'offline_access'], {
    isOwn: true,
    fetch: through(() => alive) as never,
  });
  const walker = new Walker('http://cong.example', () => alive.origin);
  await walker.signIn('cong-dan-1');
  const begun = await begin(partner, { scope: 'openid offline_access', prompt: 'consent' });
  await first.close();
  alive = second;
  const tokens = await finish(partner, begun, await visit(walker, begun));
  const more = await openid.refreshTokenGrant(partner.config, tokens.refresh_token!, undefined, {
    DPoP: begun.dpop,
  });
  expect(more.refresh_token).toBeTruthy();
  await second.close();
  await partner.close();
});
