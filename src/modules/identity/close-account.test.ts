import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';
import { closeAccount, createAccount, listOfficials, openSession, useSession } from './index.ts';

const database = testDatabase('identity');
const at = new Date('2026-07-15T02:00:00Z');

test('a closed account ends its sessions, cannot be closed again and stays in the list', async () => {
  await database().transaction(async (tx) => {
    const person = { fullName: 'Trần Văn Tám' };
    const account = await createAccount(tx, { name: 'tam', kind: 'official', person, at });
    if ('refused' in account) throw new Error(account.refused);
    const token = await openSession(tx, account.accountId, at);
    expect(await useSession(tx, token, at)).toBeDefined();

    expect(await closeAccount(tx, 'TAM', at)).toEqual({ personId: account.personId });
    expect(await useSession(tx, token, at)).toBeUndefined();
    expect(await closeAccount(tx, 'tam', at)).toMatchObject({ refused: 'identity.no-account' });
    expect(await listOfficials(tx)).toEqual([
      {
        name: 'tam',
        fullName: 'Trần Văn Tám',
        personId: account.personId,
        isDemo: false,
        closedAt: at,
      },
    ]);
  });
});

test('the accounts of the system cannot be closed', async () => {
  const refused = await database().transaction((tx) => closeAccount(tx, 'he-thong', at));
  expect(refused).toEqual({ refused: 'identity.no-account', facts: { name: 'he-thong' } });
});
