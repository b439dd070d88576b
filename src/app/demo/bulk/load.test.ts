import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealedPerson } from '#/modules/identity/index.ts';
import { nextDossierCode } from '#/modules/registry/index.ts';
import { dayOf } from '#/values/day.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testApplication, type TestApplication } from '../../../../test/journeys/application.ts';
import { demoCommune } from '../../../../test/journeys/commune.ts';
import { openOffice } from '../office.ts';
import { makeSample } from '../papers.ts';
import { play, situationOf } from '../play.ts';
import { loadDossiers } from './load.ts';

const now = new Date('2026-11-24T03:00:00Z');
const database = testDatabase(undefined, demoCommune);
let running: TestApplication;

beforeAll(async () => {
  running = testApplication(database().url, now);
  // The commune was made in summer; this one opened its ledger today.
  await database().transaction((tx) => sql`update ledger.log set opened_at = ${now}`.execute(tx));
  await loadDossiers(running.services, { dossiers: 1_500, seed: 3 }, () => undefined);
});
afterAll(() => running.close());

async function list<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return database().transaction(async (tx) => (await query.execute(tx)).rows);
}

describe('dossiers in bulk', () => {
  test('are as many as ordered, of the last twelve months, of all procedures, with a life of their own', async () => {
    const [row] = await list<Record<string, number>>(sql`
      select count(*) as n, count(distinct procedure_id) as procedures, count(distinct state) as states,
             count(distinct owner_person_id) as owners, count(*) filter (where submitted_at > ${now}) as late,
             count(*) filter (where ended_at is null) as open
        from dossier.dossier`);
    expect(row).toMatchObject({ n: 1_500, procedures: 12, late: 0 });
    expect(row!['states']).toBeGreaterThan(9);
    expect(row!['owners']).toBeGreaterThan(400);
    expect(row!['open']).toBeGreaterThan(20);
    const [acts] = await list<{ mean: number }>(
      sql`select count(*) / 1500.0 as mean from dossier.act`,
    );
    expect(Number(acts!.mean)).toBeGreaterThan(7);
  });

  test('hold building permits about which other agencies were asked', async () => {
    const [row] = await list<{ n: number }>(
      sql`select count(distinct dossier_id) as n from dossier.act where verb = 'give-opinion'`,
    );
    expect(row!.n).toBeGreaterThan(0);
  });

  test('have drafts that applicants have checked, and some that they are checking now', async () => {
    const [row] = await list<Record<string, number>>(sql`
      select count(*) filter (where c.closed_at is not null)::int as closed,
             count(*) filter (where c.closed_at is null and d.state = 'CONFIRMING' and c.due_at > ${now})::int as open,
             count(*) filter (where (c.closed_at is null) <> (d.state = 'CONFIRMING'))::int as wrong,
             count(*) filter (where c.closed_at > c.due_at or c.due_at - c.sent_at <> interval '1 day')::int as odd
        from dossier.confirmation c join dossier.dossier d on d.id = c.dossier_id`);
    expect(row).toMatchObject({ wrong: 0, odd: 0 });
    expect(row!['closed']).toBeGreaterThan(50);
    expect(row!['open']).toBeGreaterThan(0);
    const [none] = await list<{ n: number }>(sql`
      select count(*)::int as n from dossier.dossier d where state = 'CONFIRMING' and not exists (
        select 1 from dossier.confirmation c where c.dossier_id = d.id and c.closed_at is null)`);
    expect(none).toEqual({ n: 0 });
  });

  test('have histories without gaps that end where they stand', async () => {
    const broken = await list(sql`
      select d.code from dossier.dossier d join lateral (
        select count(*) as n, max(seq) as last, max(at) as latest, (array_agg(to_state order by seq desc))[1] as state
          from dossier.act a where a.dossier_id = d.id) h on true
       where h.n <> h.last or h.state <> d.state or h.latest <> d.updated_at or h.latest > ${now}`);
    expect(broken).toEqual([]);
  });

  test('wait on a desk exactly as long as their process runs', async () => {
    const broken = await list(sql`
      select d.code from dossier.dossier d join process.instance i on i.subject = d.id
       where (i.status = 0) <> exists (select from process.token t where t.instance_id = i.id)
          or i.revision <> (select max(seq) from process.step s where s.instance_id = i.id)
          or d.instance_id <> i.id`);
    expect(broken).toEqual([]);
  });

  test('have no number twice and leave none out, in the order of time; the next one follows', async () => {
    const broken = await list(sql`
      select * from (
        select code, right(code, 7)::int as number, submitted_at,
               row_number() over (partition by unit_id, left(code, -8) order by submitted_at, code) as place from dossier.dossier) n
       where number <> place`);
    expect(broken).toEqual([]);
    const registers = await list(sql`
      select unit_id, book, year from registry.entry group by 1, 2, 3 having count(*) <> max(number) or min(number) <> 1`);
    expect(registers).toEqual([]);
    const [day] = await list<{ day: Date; n: number; unit: string }>(sql`
      select max(submitted_at) as day, max(right(code, 7)::int) as n, left(code, -17) as unit from dossier.dossier
       where code like 'H13%' group by left(code, -8), left(code, -17) order by 2 desc limit 1`);
    const next = await database().transaction((tx) =>
      nextDossierCode(tx, day!.unit, dayOf(day!.day)),
    );
    expect(next).toMatch(new RegExp(`${String(day!.n + 1).padStart(7, '0')}$`));
  });

  test('belong to persons who cannot exist', async () => {
    const numbered = await list(
      sql<{
        personalId: string;
      }>`select p.id, ${sealedPerson.read('p')} from identity.person p where personal_id_mac is not null`,
    );
    expect(numbered.length).toBeGreaterThan(400);
    expect(numbered.filter(({ personalId }) => !personalId.startsWith('000'))).toEqual([]);
    expect(await list(sql`select from identity.account where password_hash is not null`)).toEqual(
      [],
    );
  });

  test('can be worked on by the officials whose turn it is', async () => {
    const sample = await makeSample(running.services);
    const open = await list<{ id: string; code: string; state: string }>(sql`
      select distinct on (state) id, code, state from dossier.dossier
       where ended_at is null and paused_at is null order by state, code`);
    expect(open.length).toBeGreaterThan(3);
    for (const { id, code } of open) {
      const refused = await database().transaction(async (tx) => {
        const office = await openOffice(tx);
        const played = {
          id,
          code,
          applicant: office.player('cong-dan-1'),
          papers: [],
          question: '',
          answers: {},
        };
        const { situation, task } = (await situationOf(tx, played))!;
        return play(tx, played, 'go', { office, sample, situation, task, at: now });
      });
      expect(refused).toBeUndefined();
    }
  });

  test('a second load goes on where the first one ended', async () => {
    await loadDossiers(running.services, { dossiers: 50, seed: 4 }, () => undefined);
    const [row] = await list<{ n: number; codes: number }>(sql`
      select count(*) as n, count(distinct code) as codes from dossier.dossier`);
    expect(row).toEqual({ n: 1_550, codes: 1_550 });
  }, 120_000);
});
