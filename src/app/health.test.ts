import fastify from 'fastify';
import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openDatabase, type Migration } from '#/platform/db/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { testDatabase } from '../../test/database/fixture.ts';
import { testVault } from '../../test/database/vault.ts';
import { healthRoutes } from './health.ts';
import { ownMigrations } from './migrations.ts';

const database = testDatabase();
const keys = keysFrom(Buffer.alloc(32, 1));

async function ask(path: string, changes: Partial<Parameters<typeof healthRoutes>[0]> = {}) {
  const server = fastify();
  const needs = { database: database(), keys, migrations: ownMigrations(), ...changes };
  for (const route of healthRoutes(needs) as Extract<Route, { kind: 'raw' }>[])
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => route.handle(request, reply, undefined as never),
    });
  const { statusCode, json } = await server.inject(path);
  return [statusCode, json()];
}

test('a process with database, structure and keys is ready', async () => {
  expect(await ask('/healthz/ready')).toEqual([200, { status: 'ok' }]);
});

test('a database that lacks a step of this program, or took another one, is not ready', async () => {
  const [first, ...rest] = ownMigrations() as [Migration, ...Migration[]];
  const lacking = [...ownMigrations(), { name: 'agency/9999-next', sql: '', sha256: '' }];
  const changed = [{ ...first, sha256: 'other' }, ...rest];
  for (const migrations of [lacking, changed])
    expect(await ask('/healthz/ready', { migrations })).toEqual([
      503,
      { status: 'unavailable', missing: ['migrations'] },
    ]);
});

test('a database that a newer release brought further stays ready while processes are replaced', async () => {
  expect(await ask('/healthz/ready', { migrations: ownMigrations().slice(0, -1) })).toEqual([
    200,
    { status: 'ok' },
  ]);
});

test('without its database a process lives and is not ready', async () => {
  const gone = openDatabase('postgres://x@127.0.0.1:1/x', 1, testVault());
  expect(await ask('/healthz/ready', { database: gone })).toEqual([
    503,
    { status: 'unavailable', missing: ['database'] },
  ]);
  expect(await ask('/healthz/live', { database: gone })).toEqual([200, { status: 'ok' }]);
  await gone.close();
});
