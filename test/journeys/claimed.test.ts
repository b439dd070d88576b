import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findAccountIdOf, verifyAccount } from '#/modules/identity/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();

test('what a person filed at the counter opens to an account from home only once an official has seen the card', async () => {
  const mother = await office().signedIn('cong-dan-1');
  const counter = await apply(mother, 'dang-ky-khai-sinh', birth);
  const online = await apply(mother, 'dang-ky-khai-sinh', birth);
  const { database, clock } = office().services;
  const accountId = await database.transaction(async (tx) => {
    await sql`update dossier.dossier set account_id = null where code = ${counter}`.execute(tx);
    await sql`update identity.account set level = 'claimed' where name = 'cong-dan-1'`.execute(tx);
    const { rows } = await sql<{ person_id: string }>`
      select person_id from identity.account where name = 'cong-dan-1'`.execute(tx);
    return (await findAccountIdOf(tx, rows[0]!.person_id))!;
  });

  await expect(
    apply(mother, 'dang-ky-khai-sinh', birth, { subject: 'chưa chắc' }),
  ).rejects.toThrow();
  expect(mother.status).toBe(403);
  expect(mother.words).toContain('cần biết chắc bạn là ai');
  await mother.open('/ho-so');
  expect(mother.words).toContain(online);
  expect(mother.words).not.toContain(counter);
  await mother.open(`/ho-so/${counter}`);
  expect(mother.status).toBe(404);

  const official = { ...systemActor(clock.now()), kind: 'official' } as const;
  expect(await database.transaction((tx) => verifyAccount(tx, official, accountId))).toEqual({
    done: true,
  });
  await mother.open('/ho-so');
  expect(mother.words).toContain(counter);
  await mother.open(`/ho-so/${counter}`);
  expect(mother.status).toBe(200);
});
