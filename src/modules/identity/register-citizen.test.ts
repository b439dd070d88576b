import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { createAccount } from './create-account.ts';
import { demoAccounts } from './demo/accounts.ts';
import { resident } from './demo/persons.ts';
import { closeDemoAccounts, openDemoAccounts } from './demo/seed.ts';
import { registerCitizen, type Registration } from './register-citizen.ts';
import { registerPerson } from './register-person.ts';
import { openSession, useSession } from './session.ts';
import { findAccount, findAccountIdOf, hasClaimedAccount } from './store/accounts.ts';
import { findPersonByPersonalId, getPerson, updatePerson } from './store/persons.ts';
import { issuePasswordCode } from './issue-password-code.ts';
import { verifyAccount } from './verify-account.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const hash = '$argon2id$v=19$m=1,t=1,p=1$a$a';
const now = new Date('2026-07-15T08:00:00+07:00');

const told: Registration = {
  fullName: 'Thị Hoa',
  bornOn: '1999-09-09' as Day,
  sex: 'Nữ',
  personalId: '000199000501',
  phone: '+84900000501',
  email: null,
  address: '192.0.2.1',
};

test('a citizen who registers can be found by number, and signs in with it', async () => {
  const created = await database().transaction((tx) => registerCitizen(tx, keys, now, told, hash));
  if (created === 'known' || isRefusal(created)) throw new Error(JSON.stringify(created));
  await database().transaction(async (tx) => {
    expect(await findPersonByPersonalId(tx, told.personalId)).toMatchObject({
      id: created.personId,
      fullName: 'Thị Hoa',
      bornOn: '1999-09-09',
      nationality: 'Việt Nam',
    });
    expect((await findAccount(tx, told.personalId))?.id).toBe(created.accountId);
    expect(await findAccountIdOf(tx, created.personId)).toBe(created.accountId);
  });
});

test('of many registrations of one number at once exactly one succeeds', async () => {
  const twin = { ...told, personalId: '000199000502' };
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () =>
      database().transaction((tx) => registerCitizen(tx, keys, now, twin, hash)),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(4);
});

test('a number that the counter entered cannot be taken over from home', async () => {
  const person = resident('Ông Ba', '1950-01-01', '000050000503', '');
  await database().transaction((tx) => registerPerson(tx, person, now));
  const thief = { ...told, personalId: '000050000503' };
  expect(await database().transaction((tx) => registerCitizen(tx, keys, now, thief, hash))).toBe(
    'known',
  );
});

test('numbers cannot be tried out one after the other', async () => {
  const curious = { ...told, address: '203.0.113.9' };
  const ask = () => database().transaction((tx) => registerCitizen(tx, keys, now, curious, hash));
  for (let n = 0; n < 8; n += 1) expect(await ask()).toBe('known');
  expect(await ask()).toEqual({ refused: 'identity.too-many-tries', facts: { minutes: '15' } });
});

test('one network cannot open accounts, or ask for numbers, by the hundred', async () => {
  const numbers = Array.from({ length: 201 }, (_, no) => `0001998${String(no).padStart(5, '0')}`);
  const outcomes: unknown[] = [];
  for (const personalId of numbers) {
    const one = { ...told, personalId, address: '203.0.113.10' };
    outcomes.push(await database().transaction((tx) => registerCitizen(tx, keys, now, one, hash)));
  }
  expect(outcomes.slice(0, 200).some(isRefusal)).toBe(false);
  expect(outcomes[200]).toMatchObject({ refused: 'identity.too-many-tries' });
});

test('an account that was opened from home is claimed; one that officials or the demo open is verified', async () => {
  await database().transaction(async (tx) => {
    expect(await findAccount(tx, told.personalId)).toMatchObject({ level: 'claimed' });
    await openDemoAccounts(tx, now);
    expect(await findAccount(tx, 'cong-dan-1')).toMatchObject({ level: 'verified' });
  });
});

test('an official who saw the card verifies an account once; nobody else does', async () => {
  const { id: accountId, personId } = await database().transaction(
    async (tx) => (await findAccount(tx, told.personalId))!,
  );
  const clerk = await database().transaction(async (tx) => (await findAccount(tx, 'mot-cua-1'))!);
  const official: Actor = {
    ...systemActor(now),
    kind: 'official',
    accountId: clerk.id,
    personId: clerk.personId,
  };
  const verify = (actor: Actor, id = accountId) =>
    database().transaction((tx) => verifyAccount(tx, actor, id));
  expect(await verify({ ...official, kind: 'citizen' })).toEqual({
    refused: 'identity.may-not-verify',
  });
  expect(await verify({ ...official, personId })).toEqual({ refused: 'identity.may-not-verify' });
  expect(await verify(official, 'khong-co')).toEqual({ refused: 'identity.nothing-to-verify' });
  const token = await database().transaction(async (tx) => {
    expect(await hasClaimedAccount(tx, personId)).toBe(true);
    return openSession(tx, accountId, now);
  });
  expect(await verify(official)).toEqual({ done: true });
  expect(await verify(official)).toEqual({ refused: 'identity.nothing-to-verify' });
  await database().transaction(async (tx) => {
    expect(await hasClaimedAccount(tx, personId)).toBe(false);
    expect(await useSession(tx, token, now)).toMatchObject({ isVerified: true });
    const { rows } = await sql`
      select verified_by, verified_at from identity.account where id = ${accountId}`.execute(tx);
    expect(rows).toEqual([{ verified_by: clerk.id, verified_at: now }]);
  });
});

test('a code from the counter ends the sessions of whoever had merely claimed the account', async () => {
  const claimed = { ...told, personalId: '000199000777', address: '203.0.113.77' };
  const { accountId, personId, token } = await database().transaction(async (tx) => {
    const opened = await registerCitizen(tx, keys, now, claimed, hash);
    if (opened === 'known' || isRefusal(opened)) throw new Error('not opened');
    return { ...opened, token: await openSession(tx, opened.accountId, now) };
  });
  const clerk = await database().transaction(async (tx) => (await findAccount(tx, 'mot-cua-1'))!);
  const official: Actor = {
    ...systemActor(now),
    kind: 'official',
    accountId: clerk.id,
    personId: clerk.personId,
  };
  const issue = () =>
    database().transaction((tx) => issuePasswordCode(tx, keys, official, { personId }));
  expect(await issue()).toMatchObject({ accountId });
  expect(await database().transaction((tx) => useSession(tx, token, now))).toBeUndefined();
  const own = await database().transaction((tx) => openSession(tx, accountId, now));
  await issue();
  expect(await database().transaction((tx) => useSession(tx, own, now))).toBeDefined();
});

test('the counter gets the person who is known, and what is known stays', async () => {
  const person = resident('Bà Tư', '1955-01-01', '000155000504', 'khu vực 1');
  const first = await database().transaction((tx) => registerPerson(tx, person, now));
  const again = await database().transaction((tx) =>
    registerPerson(tx, { ...person, fullName: 'Khác' }, now),
  );
  expect(again).toEqual(first);
});

test('persons without a number are told apart', async () => {
  const unknown = {
    ...resident('Trẻ sơ sinh', '2026-07-01', '000326000505', ''),
    personalId: null,
  };
  const [a, b] = await database().transaction(async (tx) => [
    await registerPerson(tx, unknown, now),
    await registerPerson(tx, unknown, now),
  ]);
  expect(a!.id).not.toBe(b!.id);
});

test('an account name belongs to one account, in capitals or not', async () => {
  const wanted = { name: 'An.Nguyen', kind: 'official' as const, at: now };
  const first = resident('Nguyễn An', '1990-01-01', '000090000506', '');
  const second = resident('Nguyễn An', '1990-01-01', '000090000507', '');
  expect(
    await database().transaction((tx) => createAccount(tx, { ...wanted, person: first })),
  ).toHaveProperty('accountId');
  expect(
    await database().transaction((tx) =>
      createAccount(tx, { ...wanted, name: 'an.nguyen', person: second }),
    ),
  ).toEqual({ refused: 'identity.name-taken' });
  expect(
    await database().transaction((tx) => findPersonByPersonalId(tx, '000090000507')),
  ).toBeUndefined();
});

test('what a person changes in the profile is kept', async () => {
  await database().transaction(async (tx) => {
    const person = await registerPerson(
      tx,
      resident('Lý Thu', '1980-01-01', '000180000508', 'khu vực 2'),
      now,
    );
    const address = { province: '92', commune: '31135', detail: '5 Nguyễn Trãi' };
    await updatePerson(tx, { ...person, phone: '+84900000999', address });
    expect(await getPerson(tx, person.id)).toEqual({ ...person, phone: '+84900000999', address });
  });
});

test('demo accounts are made once, and vanish when the demo is over', async () => {
  const start = (open: boolean) =>
    database().transaction((tx) => (open ? openDemoAccounts(tx, now) : closeDemoAccounts(tx, now)));
  const open = () =>
    database().transaction(async (tx) => {
      const found = await Promise.all(demoAccounts.map(({ name }) => findAccount(tx, name)));
      return found.filter((account) => account !== undefined);
    });
  await start(true);
  const first = await open();
  expect(first).toHaveLength(17);
  await start(true);
  expect(await open()).toEqual(first);
  await start(false);
  expect(await open()).toEqual([]);
  await start(true);
  expect(await open()).toEqual(first);
});

test('there is an account for what no person does', async () => {
  await database().transaction(async (tx) => {
    expect(await findAccount(tx, 'he-thong')).toMatchObject({ kind: 'system', passwordHash: null });
  });
});
