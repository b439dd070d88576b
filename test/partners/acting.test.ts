import { decodeJwt } from 'jose';
import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPersonByPersonalId, getPerson } from '#/modules/identity/index.ts';
import { grantOnline } from '#/modules/mandate/grant.ts';
import { revoke } from '#/modules/mandate/revoke.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { Walker } from './browser.ts';
import { startNode, type Node } from './node.ts';
import { begin, finish, newPartner, visit, type Begun, type Partner } from './partner.ts';

const database = testDatabase(undefined, demoCommune);
let node: Node;
let site: Partner;
let principal: Actor;

/** Demo citizens by their numbers: who acts, and for whom. */
const [representativeNo, principalNo] = ['000192000001', '000068000002'];

const scope = 'openid offline_access dossiers.read usage.read';

beforeAll(async () => {
  node = await startNode(database().url);
  site = await newPartner(node, 'cong-xay-dung', 'site', [...scope.split(' '), 'profile']);
  principal = await actorOf(principalNo);
});
afterAll(async () => {
  await site.close();
  await node.close();
});

function actorOf(personalId: string): Promise<Actor> {
  return node.services.database.transaction(async (tx) => {
    const person = (await findPersonByPersonalId(tx, personalId))!;
    const { id } = await tx
      .selectFrom('identity.account')
      .select('id')
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const who = { accountId: id, personId: person.id, name: person.fullName } as const;
    return {
      ...who,
      kind: 'citizen',
      posts: [],
      isVerified: true,
      at: node.clock.now(),
      lang: 'vi',
    };
  });
}

async function newMandate(): Promise<string> {
  const representative = await actorOf(representativeNo);
  return node.services.database.transaction(async (tx) => {
    const { id } = await tx
      .selectFrom('procedure.procedure')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const made = await grantOnline(tx, principal, {
      principal: await getPerson(tx, principal.personId),
      representative: await getPerson(tx, representative.personId),
      kind: 'WRITTEN',
      procedureIds: [id],
      untilOn: addDays(dayOf(principal.at), 30),
    });
    if (isRefusal(made)) throw new Error(made.refused);
    return made.id;
  });
}

async function actingWalker(): Promise<Walker> {
  const walker = await new Walker(node.origin).signIn('cong-dan-1');
  await walker.open('/tai-khoan/uy-quyen');
  return walker.send('/lam-thay');
}

async function tokensOf(walker: Walker, resource?: string) {
  const begun = await begin(site, {
    scope,
    prompt: 'consent',
    ...(resource === undefined ? {} : { resource }),
  });
  return { begun, tokens: await finish(site, begun, await visit(walker, begun)) };
}

async function call(token: string, { dpop }: Begun, path: string, headers?: Headers) {
  const { config } = site;
  const url = new URL(path, node.origin);
  try {
    const proof = { DPoP: dpop };
    return await openid.fetchProtectedResource(config, token, url, 'GET', null, headers, proof);
  } catch (error) {
    if (error instanceof openid.WWWAuthenticateChallengeError) return error.response;
    throw error;
  }
}

it('a client of somebody who acts for another is told both and the mandate, by tokens and by introspection, until it is revoked', async () => {
  const api = `${node.origin}/api`;
  const plain = await new Walker(node.origin).signIn('cong-dan-1');
  const self = (await tokensOf(plain)).tokens.claims()!.sub;
  const other = await new Walker(node.origin).signIn('cong-dan-2');
  const principalAtSite = (await tokensOf(other)).tokens.claims()!.sub;
  const mandateId = await newMandate();

  const walker = await actingWalker();
  const asked = await begin(site, { scope, prompt: 'consent', resource: api });
  await walker.open(asked.url.href);
  expect(walker.words).toContain('Bạn là Nguyễn Thị Bình, đang làm thay cho Thạch Sa Rươne');
  await walker.send('/ket-noi/', { answer: 'yes' });
  const tokens = await finish(site, asked, walker.url);

  // RFC 8693, 4.1: the subject is the one acted for; who is signed in is the actor.
  const shape = { sub: principalAtSite, act: { sub: self }, mandate_id: mandateId };
  expect(decodeJwt(tokens.access_token)).toMatchObject(shape);
  expect(tokens.claims()).toMatchObject({
    sub: self,
    acting_for: { sub: principalAtSite, mandate_id: mandateId },
  });
  const refresh = tokens.refresh_token!;
  expect(await openid.tokenIntrospection(site.config, refresh)).toMatchObject({
    ...shape,
    active: true,
  });
  const opaque = await tokensOf(await actingWalker());
  const { access_token: opaqueToken } = opaque.tokens;
  expect(await openid.tokenIntrospection(site.config, opaqueToken)).toMatchObject(shape);

  // The API does it for the principal, and the principal reads that and by which mandate.
  await other.open('/hop-thu');
  expect(other.words).toContain('Một ứng dụng được làm thay bạn');
  const used = await call(tokens.access_token, asked, '/api/v1/dossiers/H00.00-000000-0000');
  expect(used.status).toBe(404);
  const header = new Headers({ 'x-mandate': '0190c0de-0000-7000-8000-000000000000' });
  expect((await call(tokens.access_token, asked, '/api/v1/data-usage', header)).status).toBe(403);

  // What they allowed for themselves stays apart.
  const again = await new Walker(node.origin).signIn('cong-dan-1');
  const own = await tokensOf(again, api);
  expect(decodeJwt(own.tokens.access_token)).toMatchObject({ sub: self });
  expect(decodeJwt(own.tokens.access_token)).not.toHaveProperty('act');
  const widened = new Headers({ 'x-mandate': mandateId });
  const wide = await call(own.tokens.access_token, own.begun, '/api/v1/data-usage', widened);
  expect(wide.status, 'nobody consented to acting by this token').toBe(403);

  await node.services.database.transaction((tx) => revoke(tx, principal, mandateId));
  expect(await openid.tokenIntrospection(site.config, refresh)).toEqual({ active: false });
  const late = await call(tokens.access_token, asked, '/api/v1/dossiers/H00.00-000000-0000');
  expect(late.status).toBe(403);
  await expect(
    openid.refreshTokenGrant(site.config, refresh, undefined, { DPoP: asked.dpop }),
  ).rejects.toMatchObject({ error: 'invalid_grant' });
});

it('who begins to act for another while a client asks is asked again in both names', async () => {
  await newMandate();
  const walker = await new Walker(node.origin).signIn('cong-dan-1');
  const asked = await begin(site, { scope, prompt: 'consent' });
  await walker.open(asked.url.href);
  await walker.send('/ket-noi/', {
    answer: 'yes',
    mandate: '0190c0de-0000-7000-8000-000000000000',
  });
  expect(walker.url.pathname).toContain('/ket-noi/');
  await walker.send('/ket-noi/', { answer: 'yes', mandate: '' });
  expect(walker.url.href).toContain(site.redirectUri);
});
