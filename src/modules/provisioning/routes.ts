import type { Tx } from '#/platform/db/index.ts';
import type { Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { listResponse, readQuery, shownOf, versionOf, withVersion } from './answer.ts';
import { setMembers } from './change-group.ts';
import { changeUser, createUser, deleteUser } from './change-user.ts';
import { discoveryRoutes } from './discovery.ts';
import { ScimFault } from './fault.ts';
import { parseFilter } from './filter/parse.ts';
import { allGroups, findGroup, groupResource, shownPosts } from './groups.ts';
import { patched, readOperations, replaced } from './patch.ts';
import { canonical, groupSchema, userSchema, type Resource, type Schema } from './resource.ts';
import { scimServer, type ScimAnswer, type ScimCall } from './serve.ts';
import { listHeld, listUsers, lockResource, type UserRow, type Wanted } from './store.ts';
import { readUser, userOf } from './user.ts';

/** SCIM 2.0 for accounts of officials and the posts that they hold (RFC 7644). */
export function scimRoutes(services: Services): Route[] {
  const base = `${services.config.publicUrl}/scim/v2`;
  const scim = scimServer(services);

  async function getUser(
    tx: Tx,
    id: string,
    at: Date,
  ): Promise<{ row: UserRow; resource: Resource }> {
    const [row] = isId(id) ? await listUsers(tx, { id }) : [];
    if (!row) throw new ScimFault(404, 'There is no such user.');
    const groups = await shownPosts(tx, await listHeld(tx, dayOf(at), id));
    return { row, resource: withVersion(userOf(row, groups, base)) };
  }

  async function getGroup(tx: Tx, id: string, at: Date) {
    const group = await findGroup(tx, id);
    if (!group) throw new ScimFault(404, 'There is no such group.');
    const held = await listHeld(tx, dayOf(at));
    return { group, held, resource: withVersion(groupResource(group, held, base)) };
  }

  async function listAllUsers(tx: Tx, given: ScimCall['query'], at: Date): Promise<ScimAnswer> {
    const query = readQuery(given);
    const rows = await listUsers(tx, wantedBy(query.filter));
    const held = await listHeld(tx, dayOf(at));
    const posts = Map.groupBy(held, ({ accountId }) => accountId);
    const resources = await Promise.all(
      rows.map(async (row) => userOf(row, await shownPosts(tx, posts.get(row.id) ?? []), base)),
    );
    return { status: 200, body: listResponse(userSchema, resources, query) };
  }

  async function listAllGroups(tx: Tx, given: ScimCall['query'], at: Date): Promise<ScimAnswer> {
    const held = await listHeld(tx, dayOf(at));
    const resources = (await allGroups(tx)).map((group) => groupResource(group, held, base));
    return { status: 200, body: listResponse(groupSchema, resources, readQuery(given)) };
  }

  /** A user after a change, as the client wants to see it. */
  async function userNow(
    tx: Tx,
    id: string,
    { query, at }: ScimCall,
    status: 200 | 201,
  ): Promise<ScimAnswer> {
    const { resource } = await getUser(tx, id, at);
    return answerWith(userSchema, resource, query, status);
  }

  async function saveUser(
    tx: Tx,
    call: ScimCall,
    change: (old: Resource) => Resource,
  ): Promise<ScimAnswer> {
    const id = call.params['id'] ?? '';
    await lockResource(tx, id);
    const { row, resource } = await getUser(tx, id, call.at);
    requireVersion(resource, call);
    await changeUser(tx, call.by, row, readUser(change(resource), resource), call.at);
    return userNow(tx, id, call, 200);
  }

  async function saveGroup(
    tx: Tx,
    call: ScimCall,
    change: (old: Resource) => Resource,
  ): Promise<ScimAnswer> {
    const id = call.params['id'] ?? '';
    await lockResource(tx, id);
    const { group, held, resource } = await getGroup(tx, id, call.at);
    requireVersion(resource, call);
    await setMembers(tx, call.by, group, held, change(resource)['members'], call.at);
    const { resource: now } = await getGroup(tx, id, call.at);
    return answerWith(groupSchema, now, call.query, 200);
  }

  return [
    ...discoveryRoutes(base, scim),
    scim('GET', '/Users', (tx, { query, at }) => listAllUsers(tx, query, at)),
    scim('POST', '/Users/.search', (tx, { body, at }) => listAllUsers(tx, body, at)),
    scim('POST', '/Users', async (tx, call) => {
      const id = await createUser(tx, call.by, readUser(canonical(userSchema, call.body)), call.at);
      return userNow(tx, id, call, 201);
    }),
    scim('GET', '/Users/:id', async (tx, { params, query, ifNoneMatch, at }) => {
      const { resource } = await getUser(tx, params['id'] ?? '', at);
      return unlessKnown(answerWith(userSchema, resource, query, 200), ifNoneMatch);
    }),
    scim('PUT', '/Users/:id', (tx, call) =>
      saveUser(tx, call, (old) => replaced(userSchema, old, call.body)),
    ),
    scim('PATCH', '/Users/:id', (tx, call) =>
      saveUser(tx, call, (old) => patched(userSchema, old, readOperations(call.body))),
    ),
    scim('DELETE', '/Users/:id', async (tx, call) => {
      const { row, resource } = await getUser(tx, call.params['id'] ?? '', call.at);
      requireVersion(resource, call);
      await deleteUser(tx, call.by, row, call.at);
      return { status: 204 };
    }),
    scim('GET', '/Groups', (tx, { query, at }) => listAllGroups(tx, query, at)),
    scim('POST', '/Groups/.search', (tx, { body, at }) => listAllGroups(tx, body, at)),
    scim('POST', '/Groups', async () => {
      throw new ScimFault(403, 'Groups are the roles of units; they are not made by SCIM.');
    }),
    scim('GET', '/Groups/:id', async (tx, { params, query, ifNoneMatch, at }) => {
      const { resource } = await getGroup(tx, params['id'] ?? '', at);
      return unlessKnown(answerWith(groupSchema, resource, query, 200), ifNoneMatch);
    }),
    scim('PUT', '/Groups/:id', (tx, call) =>
      saveGroup(tx, call, (old) => replaced(groupSchema, old, call.body)),
    ),
    scim('PATCH', '/Groups/:id', (tx, call) =>
      saveGroup(tx, call, (old) => patched(groupSchema, old, readOperations(call.body))),
    ),
    scim('DELETE', '/Groups/:id', async () => {
      throw new ScimFault(403, 'Groups are the roles of units; they are not deleted by SCIM.');
    }),
  ];
}

/** What clients ask most, by one row instead of all: is this name, this id of theirs known? */
function wantedBy(typed: string | undefined): Wanted {
  const filter = typed === undefined ? undefined : parseFilter(typed);
  if (filter?.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string')
    return {};
  const { place, value } = filter;
  if (place.sub !== undefined) return {};
  switch (place.name.toLowerCase()) {
    case 'username':
      return { userName: value.normalize('NFC').toLowerCase() };
    case 'externalid':
      return { externalId: value };
    case 'id':
      return isId(value) ? { id: value } : {};
    default:
      return {};
  }
}

function answerWith(
  schema: Schema,
  resource: Resource,
  query: ScimCall['query'],
  status: 200 | 201,
): ScimAnswer {
  const { location } = resource['meta'] as Record<string, string>;
  return {
    status,
    body: shownOf(schema, resource, readQuery(query)),
    location,
    version: versionOf(resource),
  };
}

function unlessKnown(answer: ScimAnswer, ifNoneMatch: string | undefined): ScimAnswer {
  return ifNoneMatch !== undefined && isNamedIn(ifNoneMatch, answer.version!)
    ? { status: 304, version: answer.version }
    : answer;
}

/** Whoever changes what they have seen says which version that was; another means that somebody was faster. */
function requireVersion(resource: Resource, { ifMatch }: ScimCall): void {
  if (ifMatch !== undefined && !isNamedIn(ifMatch, versionOf(resource)))
    throw new ScimFault(412, 'The resource has changed meanwhile.');
}

function isNamedIn(header: string, version: string): boolean {
  return header.split(',').some((one) => ['*', version].includes(one.trim()));
}
