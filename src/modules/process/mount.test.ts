import { afterEach, expect, test } from 'vitest';
import fastify from 'fastify';
import { stillClock } from '#/platform/clock.ts';
import type { Route, Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import type { Moved } from './commands/advance.ts';
import { followProcesses } from './follow.ts';
import { mount } from './mount.ts';
import { deploySketch, minutes, startAt } from './sketch/office.ts';
import { noon } from './sketch/play.ts';

const database = testDatabase('process');

afterEach(() => followProcesses({}));

test('the tick fires all timers that are due, however many, and tells the follower in the same transaction', async () => {
  const lines =
    'start S\nuser A\non Late host=A worked=1\nuser B\nend E\nS -> A -> E\nLate -> B -> E';
  const hour = (at: Date) => new Date(at.getTime() + 3_600_000);
  await database().transaction(async (tx) => {
    const definition = await deploySketch(tx, lines);
    for (let count = 0; count < 120; count += 1) {
      await startAt(tx, definition, {
        dueOf: ({ hours }, at) => (hours === null ? null : hour(at)),
      });
    }
  });
  const told: Moved[] = [];
  followProcesses({
    dueOf: async () => () => minutes(500),
    moved: async (_tx, moved) => void told.push(moved),
  });
  const clock = stillClock(noon);
  const [tick] = mount({ database: database(), clock } as unknown as Services).jobs!;
  await tick!.run({});
  expect(told).toEqual([]);
  clock.set(minutes(60));
  await tick!.run({});
  expect(told).toHaveLength(120);
  expect(told[0]).toMatchObject({ opened: [{ element: 'B', dueAt: minutes(500) }] });
});

test('whoever reads our models with a tool of their own gets the schema of our attributes', async () => {
  const server = fastify();
  const [route] = mount({ database: database(), clock: stillClock(noon) } as unknown as Services)
    .routes as [Extract<Route, { kind: 'raw' }>];
  server.get(route.path, (request, reply) => route.handle(request, reply, {} as Visit));
  const answer = await server.inject(route.path);
  expect(answer.json()).toMatchObject({ uri: 'https://chinhquyenso.vn/schema/bpmn/1.0' });
});
