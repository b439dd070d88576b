import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { registerPerson } from '#/modules/identity/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { listReadsOf, listReadsOn, recordRead } from './index.ts';

const database = testDatabase('privacy');
const morning = new Date('2026-07-15T08:00:00+07:00');
const purpose = text('Thụ lý hồ sơ', 'Handling the dossier');

async function person(fullName: string): Promise<string> {
  const facts = {
    fullName,
  };
  const { id } = await database().transaction((tx) => registerPerson(tx, facts, morning));
  return id;
}

/** Inserts a unit as the module of agencies keeps it. */
async function unit(): Promise<string> {
  const id = newId();
  await database().transaction((tx) =>
    sql`insert into agency.unit (id, key, kind, name, name_en, place_code, national_code, address, phone, valid_from, recorded_at)
      values (${id}, ${`unit-${id}`}, 'justice', 'Tư pháp', 'Justice', '31135', 'H13.32', '', '', '2025-07-01', ${morning})`.execute(
      tx,
    ),
  );
  return id;
}

async function official(minutes = 0): Promise<Actor> {
  const posts = [{ unitId: await unit(), role: 'TU_PHAP_HO_TICH' }];
  return { ...(await citizen()), kind: 'official', posts, at: later(minutes) };
}

async function citizen(): Promise<Actor> {
  const personId = await person('Trần Quốc Việt');
  return {
    accountId: newId(),
    personId,
    kind: 'citizen',
    name: '',
    posts: [],
    at: morning,
    lang: 'vi',
  };
}

function later(minutes: number): Date {
  return new Date(morning.getTime() + minutes * 60_000);
}

function dossier() {
  return { kind: 'dossier', id: newId(), label: 'H13.32-20260715-0000001' };
}

const record = (reading: Parameters<typeof recordRead>[1]) =>
  database().transaction((tx) => recordRead(tx, reading));
const readsOf = async (personId: string, page = 1) =>
  database().transaction((tx) => listReadsOf(tx, personId, page, new Date('2030-01-01T00:00:00Z')));

test('a person sees which post of which unit opened their dossier, when and why', async () => {
  const owner = await person('Nguyễn Thị Bình');
  const subject = dossier();
  await record({ actor: await official(), personIds: [owner], subject, purpose });
  const { reads, total } = await readsOf(owner);
  expect(total).toBe(1);
  expect(reads).toMatchObject([
    {
      at: morning,
      role: 'TU_PHAP_HO_TICH',
      unit: { vi: 'Tư pháp', en: 'Justice' },
      subject,
      purpose,
    },
  ]);
});

test('all persons of a dossier are told, each once', async () => {
  const [mother, father] = [await person('Mẹ'), await person('Cha')];
  const subject = dossier();
  await record({ actor: await official(), personIds: [mother, father, mother], subject, purpose });
  expect((await readsOf(mother)).total).toBe(1);
  expect((await readsOf(father)).total).toBe(1);
});

test('going to and fro within a quarter of an hour is one reading; later it is another', async () => {
  const owner = await person('Nguyễn Thị Bình');
  const actor = await official();
  const subject = dossier();
  for (const minutes of [0, 5, 14, 16, 20]) {
    await record({ actor: { ...actor, at: later(minutes) }, personIds: [owner], subject, purpose });
  }
  const { reads } = await readsOf(owner);
  expect(reads.map(({ at }) => at)).toEqual([later(16), later(0)]);
});

test('another official and another dossier are further readings', async () => {
  const owner = await person('Nguyễn Thị Bình');
  const actor = await official();
  const subject = dossier();
  await record({ actor, personIds: [owner], subject, purpose });
  await record({ actor: await official(), personIds: [owner], subject, purpose });
  await record({ actor, personIds: [owner], subject: dossier(), purpose });
  expect((await readsOf(owner)).total).toBe(3);
  expect(await database().transaction((tx) => listReadsOn(tx, subject.id))).toHaveLength(2);
});

test('what people read of their own is not listed', async () => {
  const actor = await citizen();
  const subject = dossier();
  await record({ actor, personIds: [actor.personId], subject, purpose });
  await record({
    actor: { ...actor, kind: 'official' },
    personIds: [actor.personId],
    subject,
    purpose,
  });
  expect((await readsOf(actor.personId)).total).toBe(0);
});

test('a long list comes in pages of twenty', async () => {
  const owner = await person('Nguyễn Thị Bình');
  const actor = await official();
  for (let n = 0; n < 21; n += 1) {
    await record({
      actor: { ...actor, at: later(n) },
      personIds: [owner],
      subject: dossier(),
      purpose,
    });
  }
  expect(await readsOf(owner)).toMatchObject({ pages: 2, total: 21 });
  const second = await readsOf(owner, 2);
  expect(second.reads.map(({ at }) => at)).toEqual([later(0)]);
  expect((await readsOf(owner, 9)).reads).toEqual([]);
});

test.each([
  'update privacy.read_record set role = null',
  'delete from privacy.read_record',
  'truncate privacy.read_record',
])('nobody can undo a record: %s', async (statement) => {
  await record({
    actor: await official(),
    personIds: [await person('Ai')],
    subject: dossier(),
    purpose,
  });
  await expect(database().transaction((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
    /append-only/,
  );
});
