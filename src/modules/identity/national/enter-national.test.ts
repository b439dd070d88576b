import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { PersonalId } from '#/values/personal-id.ts';
import { parseDay } from '#/values/day.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { createAccount } from '../create-account.ts';
import type { Entrance } from '../enter.ts';
import { registerPerson } from '../register-person.ts';
import type { SecurityNotice } from '../security-notice.ts';
import { openSession, useSession } from '../session.ts';
import { getAccount } from '../store/accounts.ts';
import { insertBlocked } from '../store/blocked-ways.ts';
import { listSignIns } from '../store/sign-ins.ts';
import { getPerson } from '../store/persons.ts';
import { enterNationally } from './enter-national.ts';
import type { NationalPerson } from './provider.ts';

const database = testDatabase('identity');
const told: SecurityNotice[] = [];
const entrance: Entrance = {
  keys: keysFrom(Buffer.alloc(32, 7)),
  officialsNeedFactor: true,
  tell: async (_tx, notice) => void told.push(notice),
};
const at = new Date('2026-07-15T08:00:00+07:00');

let runs = 0;
function somebody(level: 1 | 2 = 2): NationalPerson {
  const personalId = `0001920${String((runs += 1)).padStart(5, '0')}` as PersonalId;
  return { personalId, fullName: 'Lê Thị Mận', bornOn: parseDay('1992-01-01')!, level };
}

async function comeIn(national: NationalPerson, signedInAs?: string) {
  return database().transaction(async (tx) => {
    const entered = await enterNationally(tx, entrance, national, { at, signedInAs });
    if (isRefusal(entered)) return entered;
    return { ...entered, session: (await useSession(tx, entered.token, at))! };
  });
}

/** A claimed account, opened from home with a password. */
function claimed({ personalId, bornOn }: NationalPerson, fullName = 'Lê Thị Mận') {
  return database().transaction(async (tx) => {
    const person = { fullName, personalId, bornOn };
    const wish = { name: personalId, kind: 'citizen', person, isClaimed: true } as const;
    const created = await createAccount(tx, { ...wish, passwordHash: 'x', at });
    if (isRefusal(created)) throw new Error(created.refused);
    return { ...created, token: await openSession(tx, created.accountId, at) };
  });
}

test('somebody new gets an account of level 2, and the same one the next time', async () => {
  const one = somebody();
  const first = await comeIn(one);
  const second = await comeIn(one);
  expect(first).toMatchObject({ session: { isVerified: true, assurance: 2, kind: 'citizen' } });
  expect((second as typeof first & { session: object }).session).toMatchObject({
    accountId: (first as { session: { accountId: string } }).session.accountId,
  });
});

test('a person known at the counter gets an account of their own, with all that is known', async () => {
  const one = somebody();
  const known = await database().transaction((tx) =>
    registerPerson(
      tx,
      { fullName: 'Lê Thị Mận', personalId: one.personalId, phone: '+84900000001' },
      at,
    ),
  );
  expect(await comeIn(one)).toMatchObject({ session: { personId: known.id, isVerified: true } });
});

test('a claimed account becomes its person’s: the password of whoever opened it opens it no longer', async () => {
  const one = somebody();
  const impostor = await claimed(one);
  await database().transaction((tx) => insertBlocked(tx, impostor.accountId, 'national', at));
  const entered = await comeIn(one);
  expect(entered).toMatchObject({
    session: { accountId: impostor.accountId, isVerified: true, assurance: 2 },
  });
  await database().transaction(async (tx) => {
    expect(await useSession(tx, impostor.token, at)).toBeUndefined();
    expect((await getAccount(tx, impostor.accountId)).passwordHash).toBeNull();
  });
  expect(told.at(-1)).toMatchObject({ event: 'identity.national' });
});

test('who is signed in to the claimed account and proves to be its person keeps the password', async () => {
  const one = somebody();
  const { accountId } = await claimed(one);
  expect(await comeIn(one, accountId)).toMatchObject({ session: { accountId, assurance: 2 } });
  const { passwordHash } = await database().transaction((tx) => getAccount(tx, accountId));
  expect(passwordHash).toBe('x');
});

test('level 1 opens neither an account that somebody made sure of nor one with a password', async () => {
  const one = somebody();
  await comeIn(one);
  expect(await comeIn({ ...one, level: 1 })).toEqual({ refused: 'identity.national-level' });
  const two = somebody(1);
  await claimed(two);
  expect(await comeIn(two)).toEqual({ refused: 'identity.national-level' });
});

test('level 1 opens an account of its own, which sees nothing of the counter, until level 2 raises it', async () => {
  const one = somebody(1);
  const low = await comeIn(one);
  expect(low).toMatchObject({ session: { isVerified: false, assurance: 1 } });
  expect(await comeIn(one)).toMatchObject({ session: { assurance: 1 } });
  expect(await comeIn({ ...one, level: 2 })).toMatchObject({
    session: { isVerified: true, assurance: 2 },
  });
});

test('another name is shown and corrected by what VNeID tells; capitals alone are no other name', async () => {
  const one = somebody();
  await claimed(one, 'LÊ THỊ MẬN');
  expect(await comeIn(one)).toMatchObject({ differences: [] });
  const two = somebody();
  await claimed(two, 'Lê Thị Mơ');
  const entered = await comeIn(two);
  expect(entered).toMatchObject({
    differences: [{ field: 'full-name', ours: 'Lê Thị Mơ', theirs: 'Lê Thị Mận' }],
    session: { fullName: 'Lê Thị Mận' },
  });
});

test('nobody is found by name, day of birth or telephone: another number is another person', async () => {
  const [one, two] = [somebody(), somebody()];
  const first = (await comeIn(one)) as { session: { personId: string } };
  const second = (await comeIn(two)) as { session: { personId: string } };
  expect(second.session.personId).not.toBe(first.session.personId);
  const person = await database().transaction((tx) => getPerson(tx, first.session.personId));
  expect(person.personalId).toBe(one.personalId);
});

test('who closed this way is not let in by it, and every sign-in is written down', async () => {
  const one = somebody();
  const entered = (await comeIn(one)) as { session: { accountId: string } };
  const { accountId } = entered.session;
  await database().transaction((tx) => insertBlocked(tx, accountId, 'national', at));
  expect(await comeIn(one)).toEqual({ refused: 'identity.way-blocked' });
  expect(await database().transaction((tx) => listSignIns(tx, accountId, 5))).toEqual([
    { by: 'national', assurance: 2, isNewDevice: true, at },
  ]);
});
