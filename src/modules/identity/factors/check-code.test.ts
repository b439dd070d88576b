import { beforeAll, expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { createAccount, type CreatedAccount } from '../create-account.ts';
import type { Entrance } from '../enter.ts';
import { issuePasswordCode } from '../issue-password-code.ts';
import type { SecurityNotice } from '../security-notice.ts';
import { getAccount } from '../store/accounts.ts';
import { listChanges } from '../store/factor-changes.ts';
import { usePasswordCode } from '../use-password-code.ts';
import { checkCode } from './check-code.ts';
import { addCodeApp, offerSecret, readOffer } from './code-app.ts';
import { ownFactors } from './own-factors.ts';
import { issueRecoveryCodes } from './recovery-code.ts';
import { removeAtCounter, removeByOperator } from './remove-at-counter.ts';
import { codeAt, stepOf } from './totp.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const morning = new Date('2026-07-15T08:00:00+07:00');

let count = 0;
async function account(kind: 'citizen' | 'official'): Promise<CreatedAccount> {
  count += 1;
  const created = await database().transaction((tx) =>
    createAccount(tx, {
      name: `ma-${count}`,
      kind,
      person: { fullName: 'Trần Thị Mai' },
      at: morning,
    }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return created;
}

/** Somebody with an app and recovery codes; `code` tells what their telephone shows. */
async function withApp(kind: 'citizen' | 'official' = 'citizen') {
  const who = await account(kind);
  const { accountId } = who;
  const { sealed } = offerSecret(keys, accountId, morning);
  const { bytes } = readOffer(keys, accountId, sealed, morning)!;
  const code = (at: Date) => codeAt(bytes, stepOf(at));
  const codes = await database().transaction(async (tx) => {
    const typed = { sealed, code: code(morning) };
    expect(await addCodeApp(tx, keys, { accountId, at: morning }, typed)).toBe('added');
    return issueRecoveryCodes(tx, keys, { accountId, at: morning });
  });
  return { ...who, code, codes, sealed };
}

function check(
  accountId: string,
  code: string,
  at: Date,
  { isKnownDevice = false, address = '192.0.2.1' } = {},
) {
  return database().transaction((tx) =>
    checkCode(tx, keys, { accountId, code, at, isKnownDevice, address }),
  );
}

const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

test('of two who use the same code at once, one gets in', async () => {
  const { accountId, code, codes } = await withApp();
  const at = later(5);
  const outcomes = await Promise.all([1, 2, 3].map(() => check(accountId, code(at), at)));
  expect(outcomes.map(String).toSorted()).toEqual(['app', 'wrong', 'wrong']);
  const again = await Promise.all([1, 2, 3].map(() => check(accountId, codes[0]!, at)));
  expect(again.map(String).toSorted()).toEqual(['recovery-code', 'wrong', 'wrong']);
});

test('the secret of an account opens nothing at another, and an old picture nothing at all', async () => {
  const [one, other] = [await withApp(), await account('citizen')];
  await database().transaction(async (tx) => {
    const typed = { sealed: one.sealed, code: one.code(morning) };
    const whom = { accountId: other.accountId, at: morning };
    expect(await addCodeApp(tx, keys, whom, typed)).toBe('too-old');
    const late = { accountId: one.accountId, at: later(31) };
    const now = { ...typed, code: one.code(later(31)) };
    expect(await addCodeApp(tx, keys, late, now)).toBe('too-old');
  });
});

test('who guesses from many networks comes to fifty codes a day; the owner still gets in', async () => {
  const { accountId, code, codes } = await withApp();
  let tried = 0;
  for (let network = 0; network < 60; network += 1) {
    const guess = await check(accountId, '000000', later(1), { address: `10.${network}.0.1` });
    if (guess === 'wrong') tried += 1;
    else expect(guess).toMatchObject({ refused: 'identity.unknown-browser' });
  }
  expect(tried).toBe(50);
  const at = later(90);
  const address = '192.0.2.77';
  expect(await check(accountId, code(at), at, { address })).toMatchObject({
    refused: 'identity.unknown-browser',
  });
  expect(await check(accountId, codes[3]!, at, { address })).toBe('recovery-code');
  expect(await check(accountId, code(at), at, { address, isKnownDevice: true })).toBe('app');
  const tomorrow = later(1442);
  expect(await check(accountId, code(tomorrow), tomorrow, { address })).toBe('app');
});

const told: SecurityNotice[] = [];
const entrance: Entrance = {
  keys,
  officialsNeedFactor: true,
  tell: async (_tx, notice) => void told.push(notice),
};

let clerk: Actor;
beforeAll(async () => {
  const { accountId, personId } = await account('official');
  clerk = {
    accountId,
    personId,
    kind: 'official',
    name: 'Phạm Thị Lan',
    posts: [{ unitId: '00000000-0000-7000-8000-000000000009', role: 'TIEP_NHAN' }],
    at: later(3),
    lang: 'vi',
  };
});

function removeAs(actor: Actor, accountId: string) {
  return database().transaction(async (tx) =>
    removeAtCounter(tx, entrance, actor, {
      account: await getAccount(tx, accountId),
      document: 'Thẻ căn cước …4321',
    }),
  );
}

test('at the counter all factors of a citizen go; who did it by which card is kept, and the person told', async () => {
  const { accountId, personId } = await withApp();
  expect(await removeAs(clerk, accountId)).toEqual({ done: true });
  await database().transaction(async (tx) => {
    expect(await ownFactors(tx, accountId)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    expect((await listChanges(tx, accountId, 1))[0]).toMatchObject({
      change: 'removed-at-counter',
      detail: 'Thẻ căn cước …4321',
      byOther: 'Trần Thị Mai',
    });
  });
  expect(told.at(-1)).toMatchObject({ personId, event: 'identity.factor-removed' });
  expect(told.at(-1)!.body.vi).toContain('Phạm Thị Lan');
  expect(await removeAs(clerk, accountId)).toEqual({ refused: 'identity.no-factor' });
});

test('officials’ accounts are left to administrators, and nobody does it for themselves', async () => {
  const { accountId, personId } = await withApp('official');
  expect(await removeAs(clerk, accountId)).toEqual({ refused: 'identity.may-not-reset' });
  const posts = [{ unitId: clerk.posts[0]!.unitId, role: 'QUAN_TRI' }];
  const self = { ...clerk, accountId, personId, posts };
  expect(await removeAs(self, accountId)).toEqual({ refused: 'identity.may-not-reset' });
  expect(await removeAs({ ...clerk, kind: 'citizen' }, accountId)).toEqual({
    refused: 'identity.may-not-reset',
  });
  // It is only asked for: another administrator has to approve, and a day to pass.
  expect(await removeAs({ ...clerk, posts }, accountId)).toEqual({ done: false });
  expect(await database().transaction((tx) => ownFactors(tx, accountId))).toMatchObject({
    isOn: true,
  });
});

test('who works on the machine itself may do it for an administrator with nobody above', async () => {
  const { accountId } = await withApp('official');
  const { name } = await database().transaction((tx) => getAccount(tx, accountId));
  const remove = () =>
    database().transaction((tx) => removeByOperator(tx, entrance.tell, name, later(4)));
  expect(await remove()).toEqual({ done: true });
  expect(told.at(-1)!.body.vi).toContain('Người vận hành');
  expect(await remove()).toEqual({ refused: 'identity.no-factor' });
});

test('a code from the counter sets the password, but opens no second factor', async () => {
  const { accountId, personId } = await withApp();
  const outcome = await database().transaction(async (tx) => {
    const issued = await issuePasswordCode(tx, keys, clerk, { personId });
    if (isRefusal(issued)) throw new Error(issued.refused);
    const { name: typedName } = await getAccount(tx, accountId);
    const typed = { personalId: typedName, code: issued.code, address: '192.0.2.1' };
    return usePasswordCode(tx, entrance, { at: later(5) }, typed, 'a hash');
  });
  expect(outcome).toHaveProperty('pending');
  expect(outcome).not.toHaveProperty('token');
});
