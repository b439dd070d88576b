import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database/fixture.ts';
import { testApplication, type TestApplication } from '../../test/journeys/application.ts';
import { openMetrics } from './metrics.ts';
import { measureRequests } from './request-meter.ts';

const database = testDatabase();
let running: TestApplication;
let text: string;

const alerts = readFileSync('deploy/prometheus/alerts.yml', 'utf8');
const dashboard = readFileSync('deploy/grafana/dashboard.json', 'utf8');

beforeAll(async () => {
  running = testApplication(database().url);
  await running.application.seed();
  const { services } = running;
  await services.database.transaction(async (tx) => {
    await sql`insert into platform.backup (kind, tried_at, good_at, fault)
      values ('full', now(), now() - interval '2 hours', null), ('log', now(), null, 'đĩa đầy')`.execute(
      tx,
    );
    await services.jobs.enqueue(tx, running.application.jobs[0]!.name, {});
  });
  const metrics = openMetrics(services.database);
  const web = await running.application.web();
  measureRequests(web, metrics.registry);
  await web.inject('/tra-cuu?ma=riêng-tư');
  text = await metrics.text();
  await web.close();
});
afterAll(() => running.close());

test('metrics tell the age of backups, queues, connections and requests by route, and nothing about people', () => {
  expect(text).toMatch(/cqs_backup_age_seconds\{kind="full"\} 72\d\d/);
  expect(text).not.toContain('cqs_backup_age_seconds{kind="log"}');
  expect(text).toContain('cqs_backup_failed{kind="log"} 1');
  expect(text).toMatch(/cqs_jobs\{kind="[\w.-]+",state="waiting"\} 1/);
  expect(text).toMatch(/cqs_database_connections\{state="open"\} \d/);
  expect(text).toContain('cqs_request_seconds_count{method="GET",route="/tra-cuu",status="2xx"} 1');
  expect(text).not.toContain('riêng');
  expect(text).toContain('cqs_up 1');
});

test('a database that is away is told as such, without an error', async () => {
  const away = {
    ...running.services.database,
    transaction: () => Promise.reject(new Error('away')),
  };
  expect(await openMetrics(away).text()).toContain('cqs_up 0');
});

test('every alert and panel asks for something that is measured', () => {
  const asked = new Set(`${alerts}${dashboard}`.match(/\b(cqs|nodejs|process)_[a-z0-9_]+/g));
  expect(asked.size).toBeGreaterThan(12);
  const known = new Set(text.match(/(?<=^# TYPE )\S+/gm));
  expect([...asked].filter((name) => !known.has(name.replace(/_(bucket|count|sum)$/, '')))).toEqual(
    [],
  );
});

test('every alert has its runbook, and every runbook its alert', () => {
  const named = [...alerts.matchAll(/alert: (\w+)/g)].map(([, name]) => name!);
  for (const name of named) expect(existsSync(`docs/runbooks/${name}.md`), name).toBe(true);
  const pages = readdirSync('docs/runbooks').filter((name) => name !== 'README.md');
  expect(pages.map((page) => page.replace('.md', '')).toSorted()).toEqual(named.toSorted());
});
