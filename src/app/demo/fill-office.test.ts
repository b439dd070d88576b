import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealedLabel } from '#/modules/dossier/index.ts';
import { demoAccounts, sealedPerson } from '#/modules/identity/index.ts';
import { testDatabase, type TestDatabase } from '../../../test/database/fixture.ts';
import { testApplication, type TestApplication } from '../../../test/journeys/application.ts';
import { demoCommune } from '../../../test/journeys/commune.ts';
import { applications } from './applications/index.ts';
import { fillOffice } from './fill-office.ts';
import { openOffice } from './office.ts';
import { makeSample } from './papers.ts';
import { play, situationOf } from './play.ts';

const now = new Date('2026-11-24T03:00:00Z');
const database = testDatabase(undefined, demoCommune);
const another = testDatabase(undefined, demoCommune);
let running: TestApplication;
const told: string[] = [];

beforeAll(async () => {
  running = testApplication(database().url, now);
  const other = testApplication(another().url, now);
  await Promise.all([
    fillOffice(running.services, (line) => told.push(line)),
    fillOffice(other.services, () => undefined),
  ]);
  await other.close();
});
afterAll(() => running.close());

async function list<T>(
  query: ReturnType<typeof sql<T>>,
  from: TestDatabase = database(),
): Promise<T[]> {
  return from.transaction(async (tx) => (await query.execute(tx)).rows);
}

describe('the demo begins with an office at work', () => {
  test('all procedures have dossiers, and all states in which a dossier can be are met', async () => {
    const slugs = await list<{ slug: string }>(sql`
      select distinct slug from dossier.dossier d join procedure.procedure p on p.id = d.procedure_id`);
    expect(slugs.length).toBe(new Set(Object.values(applications).map(({ slug }) => slug)).size);
    const states = await list<{ state: string }>(sql`select distinct state from dossier.dossier`);
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining([
        'SUBMITTED',
        'RESUBMITTED',
        'ACCEPTED',
        'REFUSED_INTAKE',
        'HANDLING',
        'VERIFYING',
        'DRAFTING',
        'AWAITING_SIGNATURE',
        'SIGNED',
        'SUPPLEMENT_REQUIRED',
        'PAYMENT_REQUIRED',
        'WITHDRAWN',
        'STOPPED',
        'RESOLVED',
        'DELIVERED',
      ]),
    );
  });

  test('every official of the demo finds work, but for the identity cards and the administrator', async () => {
    const roles = await list<{ role: string }>(
      sql`select distinct role from process.token where kind = 1`,
    );
    const wished = demoAccounts.flatMap(({ posts }) => posts.map(({ role }) => role));
    const busy = new Set(roles.map(({ role }) => role));
    expect(new Set(wished.filter((role) => !busy.has(role)))).toEqual(
      new Set(['CA_CAN_CUOC', 'QUAN_TRI']),
    );
  });

  test('some are overdue, and people can be told how long others waited', async () => {
    const [row] = await list<{ late: number; over: number }>(sql`
      select count(*) filter (where overdue_at is not null or due_at < ${now} and ended_at is null) as late,
             count(distinct procedure_id) filter (where ended_at is not null) as over from dossier.dossier`);
    expect(row!.late).toBeGreaterThan(3);
    expect(row!.over).toBe(12);
  });

  test('the numbers of a unit and day have no gap, and the next one is free', async () => {
    const rows = await list<{ last: number; most: number; n: number }>(sql`
      select c.last, max(right(d.code, 7)::int) as most, count(d.code) as n
        from registry.counter c left join dossier.dossier d on d.code like c.scope || '-' || replace(c.period, '-', '') || '-%'
       where c.book = 'dossier' and c.scope !~ '^000' group by c.book, c.scope, c.period, c.last`);
    expect(rows.length).toBeGreaterThan(20);
    for (const { last, most, n } of rows) expect([most, n]).toEqual([last, last]);
  });

  test('nobody in it can exist', async () => {
    const numbered = await list<{ personalId: string }>(
      sql<{
        personalId: string;
      }>`select p.id, ${sealedPerson.read('p')} from identity.person p where personal_id_mac is not null`,
    );
    expect(numbered.length).toBeGreaterThan(20);
    expect(numbered.filter(({ personalId }) => !personalId.startsWith('000'))).toEqual([]);
  });

  test('it is the same each time, and is made only once', async () => {
    const look = sql`
      select d.code, ${sealedLabel.read('d')}, d.state, d.submitted_at, d.due_at from dossier.dossier d order by d.code`;
    const first = await list(look);
    expect(await list(look, another())).toEqual(first);
    await fillOffice(running.services, (line) => told.push(line));
    expect(await list(look)).toEqual(first);
    expect(told).toEqual(['Đang nạp hồ sơ mẫu…']);
  });

  test('the officials can go on with it', async () => {
    const sample = await makeSample(running.services);
    const [open] = await list<{ id: string; code: string }>(sql`
      select id, code from dossier.dossier where state = 'AWAITING_SIGNATURE' limit 1`);
    const standing = await database().transaction(async (tx) => {
      const office = await openOffice(tx);
      const played = {
        ...open!,
        applicant: office.player('cong-dan-1'),
        papers: [],
        question: '',
        answers: {},
      };
      const { situation, task } = (await situationOf(tx, played))!;
      await play(tx, played, 'go', { office, sample, situation, task, at: now });
      return situationOf(tx, played);
    });
    expect(standing?.situation).toBe('register');
  });
});
