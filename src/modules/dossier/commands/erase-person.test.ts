import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { birth } from '../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../test/journeys/office.ts';
import { findByCode } from '../store/index.ts';
import { erasePerson } from './erase-person.ts';

const office = demoOffice();
const record = {
  by: 'Trần Văn Quyết',
  why: 'Quyết định 12/QĐ',
  at: new Date('2026-07-14T03:00:00Z'),
};

test('a person’s keys are destroyed once the law no longer keeps the data, and then nothing of it can be read', async () => {
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, 'dang-ky-khai-sinh', birth);
  const { database } = office().services;
  const erase = (id: string) => database.transaction((tx) => erasePerson(tx, id, record));
  const dossier = await database.transaction(async (tx) => (await findByCode(tx, code))!);
  expect(dossier.abstract).toContain('Nguyễn Minh Anh');
  const person = dossier.ownerPersonId;
  expect(await erase(person)).toMatchObject({
    refused: 'dossier.must-be-kept',
    facts: { kinds: '1 tài khoản đang mở, 1 hồ sơ chưa kết thúc' },
  });
  await database.transaction(async (tx) => {
    await sql`update dossier.dossier set ended_at = now()`.execute(tx);
    await sql`update identity.account set closed_at = now() where person_id = ${person}`.execute(
      tx,
    );
  });
  expect(await erase(person)).toMatchObject({ keys: expect.any(Number) });
  const after = await database.transaction(async (tx) => (await findByCode(tx, code))!);
  expect(after).toMatchObject({ abstract: '(đã xóa)', ownerName: '(đã xóa)', answers: {} });
  await database.transaction(async (tx) => {
    const { rows } =
      await sql`select destroyed_by, destroyed_why from platform.data_key where subject = ${person}`.execute(
        tx,
      );
    expect(rows).toEqual([{ destroyed_by: record.by, destroyed_why: record.why }]);
  });
});
