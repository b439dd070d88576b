import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { Walker } from './browser.ts';
import { startNode, type Node } from './node.ts';
import { newPartner } from './partner.ts';

const database = testDatabase(undefined, demoCommune);
let node: Node;
let token: string;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- JSON of a protocol, looked at place by place
  readonly body: any;
}

beforeAll(async () => {
  node = await startNode(database().url);
  const admin = await new Walker(node.origin).signIn('quan-tri');
  await admin.open('/quan-tri/cap-tai-khoan');
  await admin.send('/quan-tri/cap-tai-khoan', { name: 'Phần mềm cán bộ' });
  if (admin.url.pathname === '/tai-khoan/xac-nhan') {
    await admin.send('/tai-khoan/xac-nhan', { demo: 'yes' });
    await admin.open('/quan-tri/cap-tai-khoan');
    await admin.send('/quan-tri/cap-tai-khoan', { name: 'Phần mềm cán bộ' });
  }
  token = /<code>([\w-]{43})<\/code>/.exec(admin.html)![1]!;
});
afterAll(() => node.close());

async function scim(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${node.origin}/scim/v2${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/scim+json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
const op = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

describe('a system of staff', () => {
  it('learns what the service can do', async () => {
    const config = await scim('GET', '/ServiceProviderConfig');
    expect(config.body).toMatchObject({ patch: { supported: true }, etag: { supported: true } });
    expect(config.headers.get('content-type')).toContain('application/scim+json');
    const schemas = await scim('GET', '/Schemas');
    expect(schemas.body.totalResults).toBe(2);
    expect((await scim('GET', `/Schemas/${core}`)).body.attributes.length).toBeGreaterThan(5);
    expect((await scim('GET', '/ResourceTypes/User')).body.endpoint).toBe('/Users');
  });

  it('opens an account as Microsoft Entra does, gives it a post, closes it; its sessions and posts end', async () => {
    expect(
      (await scim('GET', '/Users?filter=userName eq "lan.tt@xa.gov.vn"')).body.totalResults,
    ).toBe(0);
    const made = await scim('POST', '/Users', {
      schemas: [core, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
      externalId: 'e-1',
      userName: 'lan.tt@xa.gov.vn',
      active: true,
      displayName: 'Trần Thị Lan',
      emails: [{ primary: true, type: 'work', value: 'lan.tt@xa.gov.vn' }],
      name: { formatted: 'Trần Thị Lan', familyName: 'Trần', givenName: 'Lan' },
      title: 'Chuyên viên',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Văn phòng' },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(made.body.meta.location);
    const { id } = made.body as { id: string };
    const found = await scim('GET', '/Users?filter=externalId eq "e-1"');
    expect(found.body.Resources).toMatchObject([
      { id, name: { familyName: 'Trần', middleName: 'Thị', givenName: 'Lan' } },
    ]);

    const groups = await scim(
      'GET',
      '/Groups?excludedAttributes=members&filter=displayName co "Chuyên viên"',
    );
    const [group] = groups.body.Resources as { id: string }[];
    const joined = await scim('PATCH', `/Groups/${group!.id}`, {
      schemas: [op],
      Operations: [{ op: 'Add', path: 'members', value: [{ value: id }] }],
    });
    expect(joined.status).toBe(200);
    expect((await scim('GET', `/Users/${id}`)).body.groups).toMatchObject([{ value: group!.id }]);

    const closed = await scim('PATCH', `/Users/${id}`, {
      schemas: [op],
      Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
    });
    expect(closed.body).toMatchObject({ active: false });
    expect(closed.body).not.toHaveProperty('groups');
    expect((await scim('GET', `/Groups/${group!.id}`)).body.members ?? []).not.toContainEqual(
      expect.objectContaining({ value: id }),
    );
    const opened = await scim('PATCH', `/Users/${id}`, {
      schemas: [op],
      Operations: [{ op: 'replace', value: { active: true } }],
    });
    expect(opened.body).toMatchObject({ active: true });
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
    expect((await scim('GET', `/Users/${id}`)).status).toBe(404);
    expect((await scim('POST', '/Users', { userName: 'lan.tt@xa.gov.vn' })).body.scimType).toBe(
      'uniqueness',
    );
  });

  it('ends the sessions of whom it closes', async () => {
    const walker = await new Walker(node.origin).signIn('thu-ly-1');
    await walker.open('/can-bo');
    expect(walker.status).toBe(200);
    const [user] = (await scim('GET', '/Users?filter=userName eq "thu-ly-1"')).body.Resources as {
      id: string;
    }[];
    await scim('PUT', `/Users/${user!.id}`, {
      schemas: [core],
      userName: 'thu-ly-1',
      name: { formatted: 'Người Thụ Lý' },
      active: false,
    });
    await walker.open('/can-bo');
    expect(walker.url.pathname).toBe('/dang-nhap');
  });

  it('makes nobody an administrator', async () => {
    const made = await scim('POST', '/Users', {
      userName: 'ma.danh',
      name: { formatted: 'Mạo Danh' },
    });
    const filter = encodeURIComponent('displayName co "Quản trị hệ thống"');
    const [group] = (await scim('GET', `/Groups?filter=${filter}`)).body.Resources as {
      id: string;
    }[];
    const answer = await scim('PATCH', `/Groups/${group!.id}`, {
      Operations: [{ op: 'add', path: 'members', value: [{ value: made.body.id as string }] }],
    });
    expect(answer.status).toBe(403);
    expect((await scim('GET', `/Users/${made.body.id as string}`)).body).not.toHaveProperty(
      'groups',
    );
  });

  it('changes only what it has seen', async () => {
    const made = await scim('POST', '/Users', {
      userName: 'hai.lv',
      name: { formatted: 'Lê Văn Hải' },
    });
    const path = `/Users/${made.body.id as string}`;
    const version = made.headers.get('etag')!;
    expect((await scim('GET', path, undefined, { 'if-none-match': version })).status).toBe(304);
    const title = (value: string) => ({
      schemas: [op],
      Operations: [{ op: 'replace', path: 'title', value }],
    });
    const first = await scim('PATCH', path, title('Chuyên viên'), { 'if-match': version });
    expect(first.status).toBe(200);
    expect((await scim('PATCH', path, title('Khác'), { 'if-match': version })).status).toBe(412);
    expect(first.headers.get('etag')).not.toBe(version);
  });

  it('pages, sorts and asks for parts', async () => {
    const all = await scim('GET', '/Users');
    const total = all.body.totalResults as number;
    const page = await scim(
      'GET',
      '/Users?startIndex=2&count=3&sortBy=userName&sortOrder=descending',
    );
    expect(page.body).toMatchObject({ totalResults: total, startIndex: 2, itemsPerPage: 3 });
    const names = (page.body.Resources as { userName: string }[]).map(({ userName }) => userName);
    expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a, 'vi')));
    const parts = await scim('GET', '/Users?count=1&attributes=userName,name.familyName');
    expect(Object.keys(parts.body.Resources[0] as object).toSorted()).toEqual([
      'id',
      'name',
      'schemas',
      'userName',
    ]);
    expect((await scim('GET', '/Users?count=0')).body.Resources).toEqual([]);
    const searched = await scim('POST', '/Users/.search', { filter: 'active eq true', count: 1 });
    expect(searched.body.Resources).toHaveLength(1);
  });

  it.each([
    ['GET', '/Users?filter=userName xx "a"', undefined, 400, 'invalidFilter'],
    ['GET', '/Users?sortBy=khongCo', undefined, 400, 'invalidPath'],
    ['POST', '/Users', { userName: '' }, 400, 'invalidValue'],
    ['POST', '/Users', { userName: 'a', emails: [{ value: 'khong phai' }] }, 400, 'invalidValue'],
    ['POST', '/Users', { userName: 'a', __proto__x: 1, active: 'có' }, 400, 'invalidValue'],
    ['POST', '/Groups', { displayName: 'x' }, 403, undefined],
    ['GET', '/Users/khong-co', undefined, 404, undefined],
    ['GET', '/Groups/khong-co', undefined, 404, undefined],
  ])('%s %s with %j gets %i %s', async (method, path, body, status, scimType) => {
    const answer = await scim(method, path, body);
    expect([answer.status, answer.body.scimType]).toEqual([status, scimType]);
    expect(answer.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error']);
  });

  it('gets nothing without a token, with another one, or with one that was ended', async () => {
    expect((await fetch(`${node.origin}/scim/v2/Users`)).status).toBe(401);
    const other = await fetch(`${node.origin}/scim/v2/Users`, {
      headers: { authorization: 'Bearer khong-phai' },
    });
    expect(other.status).toBe(401);
    expect(other.headers.get('www-authenticate')).toContain('DPoP');
  });

  it('comes as a program by OAuth, too, bound to its key', async () => {
    const program = await newPartner(node, 'nhan-su', 'program', ['scim']);
    const dpop = openid.getDPoPHandle(program.config, await openid.randomDPoPKeyPair('ES256'));
    const resource = `${node.origin}/scim/v2`;
    const { access_token: access } = await openid.clientCredentialsGrant(
      program.config,
      { scope: 'scim', resource },
      { DPoP: dpop },
    );
    const answer = await openid.fetchProtectedResource(
      program.config,
      access,
      new URL(`${resource}/Users?count=1`),
      'GET',
      undefined,
      undefined,
      { DPoP: dpop },
    );
    expect(answer.status).toBe(200);
    await program.close();
  });

  it('leaves a trace of every change, without values', async () => {
    const rows = await node.services.database.transaction((tx) =>
      tx.selectFrom('provisioning.change').select(['change', 'fields', 'by_name']).execute(),
    );
    expect(new Set(rows.map(({ change }) => change))).toEqual(
      new Set(['created', 'changed', 'joined', 'closed', 'opened', 'deleted']),
    );
    expect(JSON.stringify(rows)).not.toContain('Trần Thị Lan');
  });
});
