import { expect, test } from 'vitest';
import { hashPassword, keysFrom } from '#/platform/crypto/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { createAccount, type CreatedAccount } from './create-account.ts';
import { beginPasswordChange, finishPasswordChange } from './change-password.ts';
import type { Entered, Entrance } from './enter.ts';
import { resident } from './demo/persons.ts';
import { closeSession, signInsOf, useSession } from './session.ts';
import { beginSignIn, finishSignIn, isRightPassword, signInDemo } from './sign-in.ts';
import { updatePassword } from './store/accounts.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const entrance: Entrance = { keys, officialsNeedFactor: true, tell: async () => undefined };
const morning = new Date('2026-07-15T08:00:00+07:00');
const password = 'ghe dua nang com';

let count = 0;

/** Opens an account with the password, and gives its name. */
async function account(
  options: { isDemo?: boolean } = {},
): Promise<CreatedAccount & { name: string }> {
  count += 1;
  const name = `tai-khoan-${count}`;
  const person = resident(
    'Nguyễn Thị Bình',
    '1992-03-27',
    `0001921${String(count).padStart(5, '0')}`,
    '',
  );
  const passwordHash = options.isDemo ? undefined : await hashPassword(password);
  const created = await database().transaction((tx) =>
    createAccount(tx, {
      name,
      kind: 'citizen',
      person,
      passwordHash,
      isDemo: options.isDemo,
      at: morning,
    }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return { ...created, name };
}

async function tryIn(name: string, typed: string, at = morning, address = '192.0.2.1') {
  const credentials = { name, password: typed, address };
  const begun = await database().transaction((tx) => beginSignIn(tx, keys, at, credentials));
  if (isRefusal(begun)) return begun;
  const compared = { ...begun, isRight: await isRightPassword(begun, typed) };
  return database().transaction((tx) => finishSignIn(tx, entrance, { at }, credentials, compared));
}

async function signedIn(name: string, at = morning): Promise<Entered> {
  const outcome = await tryIn(name, password, at);
  if (outcome === 'wrong' || isRefusal(outcome) || 'pending' in outcome)
    throw new Error(JSON.stringify(outcome));
  return outcome;
}

function later(minutes: number): Date {
  return new Date(morning.getTime() + minutes * 60_000);
}

test('the right password opens a session that names its person', async () => {
  const { name, personId } = await account();
  const { token } = await signedIn(name.toUpperCase());
  const session = await database().transaction((tx) => useSession(tx, token, later(1)));
  expect(session).toMatchObject({ personId, fullName: 'Nguyễn Thị Bình', kind: 'citizen' });
});

test('a wrong password and an unknown name get the same answer', async () => {
  const { name } = await account();
  expect(await tryIn(name, 'sai mat khau')).toBe('wrong');
  expect(await tryIn('khong-co-ai', password)).toBe('wrong');
});

test('after eight wrong tries even the right password waits a quarter of an hour', async () => {
  const { name } = await account();
  for (let n = 0; n < 8; n += 1) expect(await tryIn(name, 'sai mat khau', later(n))).toBe('wrong');
  expect(await tryIn(name, password, later(9))).toMatchObject({
    refused: 'identity.too-many-tries',
  });
  expect(await tryIn(name, password, later(24))).toHaveProperty('token');
});

test('a stranger who guesses from elsewhere does not lock the owner out', async () => {
  const { name } = await account();
  for (let n = 0; n < 8; n += 1) await tryIn(name, 'sai mat khau', morning, '203.0.113.9');
  expect(await tryIn(name, password)).toHaveProperty('token');
});

test('a citizen’s session ends after half an hour without use, after eight hours in any case, and by signing out', async () => {
  const { name } = await account();
  const { token: idle } = await signedIn(name);
  const { token: busy } = await signedIn(name);
  const { token: left } = await signedIn(name);
  await database().transaction((tx) => closeSession(tx, left));
  const use = (token: string, at: Date) =>
    database().transaction((tx) => useSession(tx, token, at));
  expect(await use(left, later(1))).toBeUndefined();
  expect(await use(idle, later(31))).toBeUndefined();
  for (let minute = 20; minute < 480; minute += 20)
    expect(await use(busy, later(minute))).toBeDefined();
  expect(await use(busy, later(480))).toBeUndefined();
});

test('changing the password ends the other sessions and keeps this one', async () => {
  const { name, accountId, personId } = await account();
  const { token: here } = await signedIn(name);
  const { token: elsewhere } = await signedIn(name);
  const actor = {
    accountId,
    personId,
    kind: 'citizen' as const,
    name: '',
    posts: [],
    at: later(1),
    lang: 'vi' as const,
  };
  async function change(current: string) {
    const begun = await database().transaction((tx) => beginPasswordChange(tx, keys, actor));
    if (isRefusal(begun)) return begun;
    const isRight = await isRightPassword(begun, current);
    const nextHash = isRight ? await hashPassword('cho noi sang som') : null;
    return database().transaction((tx) =>
      finishPasswordChange(tx, keys, actor, { ...begun, nextHash, session: here }),
    );
  }
  expect(await change('sai mat khau')).toBe('wrong');
  expect(await change(password)).toBe('changed');
  await database().transaction(async (tx) => {
    expect(await useSession(tx, elsewhere, later(2))).toBeUndefined();
    expect(await useSession(tx, here, later(2))).toBeDefined();
    expect(await signInsOf(tx, accountId, here, later(2))).toMatchObject([{ isThis: true }]);
  });
  expect(await tryIn(name, password)).toBe('wrong');
  expect(await tryIn(name, 'cho noi sang som')).toHaveProperty('token');
});

test('a demo account opens by its button and by no password; other accounts have no button', async () => {
  const demo = await account({ isDemo: true });
  const real = await account();
  const press = (name: string) => database().transaction((tx) => signInDemo(tx, morning, name));
  expect(await press(demo.name)).toHaveProperty('token');
  expect(await tryIn(demo.name, '')).toBe('wrong');
  expect(await press(real.name)).toEqual({ refused: 'identity.no-demo' });
});

test('a password that was changed while it was compared opens nothing', async () => {
  const { name, accountId } = await account();
  const credentials = { name, password, address: '192.0.2.7' };
  const begun = await database().transaction((tx) => beginSignIn(tx, keys, morning, credentials));
  if (isRefusal(begun)) throw new Error(begun.refused);
  await database().transaction((tx) => updatePassword(tx, accountId, 'another'));
  const compared = { ...begun, isRight: true };
  expect(
    await database().transaction((tx) =>
      finishSignIn(tx, entrance, { at: morning }, credentials, compared),
    ),
  ).toBe('wrong');
});
