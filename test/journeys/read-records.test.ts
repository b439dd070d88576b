import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { crawl } from './crawl.ts';
import { demoOffice } from './office.ts';
import { playScene } from './scene.ts';
import { readCell, sealedColumns } from '#/platform/vault/index.ts';
import { readAs, type Reader } from '#/platform/db/index.ts';

const office = demoOffice();

/** Somebody of the office, reading by no function that we know. */
const stranger: Reader = {
  way: 'page',
  what: 'GET /bat-ky',
  accountId: '00000000-0000-7000-8000-0000000000aa',
  personId: '00000000-0000-7000-8000-0000000000aa',
  own: [],
};

/** Places that tell about nobody but who reads them, or hold what nobody has been told of yet. */
const ofReaders: readonly string[] = ['platform.idempotency.sealed'];

beforeAll(async () => {
  const mother = await office().signedIn('cong-dan-1');
  await apply(mother, 'dang-ky-khai-sinh', birth);
  await playScene(office());
  await office().settle();
}, 240_000);

function listed(): Promise<{ what: string; way: string; people: number }[]> {
  return office().services.database.transaction(async (tx) => {
    const { rows } = await sql<{ what: string; way: string; people: number }>`
      select what, way, max(people) as people from privacy.list_read group by what, way order by what`.execute(
      tx,
    );
    return rows;
  });
}

function countLists(): Promise<number> {
  return office().services.database.transaction(async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from privacy.list_read`.execute(
      tx,
    );
    return rows[0]!.n;
  });
}

test('whatever statement opens a sealed cell for somebody, whose it is has a record of it', async () => {
  const { database } = office().services;
  let proven = 0;
  for (const [place, definition] of sealedColumns()) {
    // Tests of the vault have columns of their own, in tables that are not here.
    if (ofReaders.includes(place) || definition.table.startsWith('public.')) continue;
    const what = `GET /${place}`;
    // A statement that no store has: the store's author forgot everything.
    const opened = await database.transaction(async (tx) => {
      readAs(tx, { ...stranger, what });
      const { rows } = await sql<Record<string, unknown>>`
        select ${readCell(definition, 't', 'cell')}, ${sql.raw(definition.subject)} as whose
          from ${sql.raw(definition.table)} t where t.${sql.raw(definition.column)} is not null
         limit 50`.execute(tx);
      return rows;
    });
    if (opened.length === 0) continue;
    const record = await database.transaction(async (tx) => {
      const { rows } = await sql<{ people: string[] }>`
        select person_ids as people from privacy.list_read where what = ${what}`.execute(tx);
      return rows[0];
    });
    const recorded = new Set(record?.people);
    // Guests of the hall and services of other agencies are nobody whom a record could be shown to.
    const whose = await database.transaction(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select distinct coalesce(d.owner_person_id, a.person_id, s.id) as id
          from unnest(${opened.map((row) => row['whose'])}::uuid[]) s (id)
          left join dossier.dossier d on d.id = s.id left join identity.account a on a.id = s.id
         where exists (select from identity.person p where p.id = coalesce(d.owner_person_id, a.person_id, s.id))
           and not exists (select from agency.unit u where u.id = s.id)
           and not exists (select from identity.account o where o.person_id = coalesce(d.owner_person_id, a.person_id, s.id) and o.kind <> 'citizen')`.execute(
        tx,
      );
      return rows.map(({ id }) => id);
    });
    expect([place, whose.filter((id) => !recorded.has(id))]).toEqual([place, []]);
    proven += 1;
  }
  expect(proven).toBeGreaterThanOrEqual(10);
});

test('officials who open everything that they find leave a record of everybody', async () => {
  for (const who of ['mot-cua-1', 'thu-ly-1', 'lanh-dao-1', 'quan-tri'])
    await crawl(office(), who, ['/can-bo', '/tai-khoan', '/quan-tri/co-quan']);
  const rows = await listed();
  expect(rows.find(({ what }) => what === 'GET /can-bo')).toMatchObject({ way: 'page' });
  // Work of the machine is told as well.
  expect(rows.some(({ way }) => way === 'job')).toBe(true);
  // The same list looked at again is the same reading.
  const before = await countLists();
  const clerk = await office().signedIn('thu-ly-1');
  await clerk.open('/can-bo');
  expect(await countLists()).toBe(before);
}, 240_000);
