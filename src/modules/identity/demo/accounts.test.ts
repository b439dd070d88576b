import { expect, test } from 'vitest';
import { isRead } from '#/values/reading.ts';
import { contradiction, isDemoPersonalId, parsePersonalId } from '#/values/personal-id.ts';
import { parsePersonName } from '#/values/person-name.ts';
import { parsePhone } from '#/values/phone.ts';
import { demoAccounts } from './accounts.ts';

test('every demo person carries a number that no real person can have, and it fits birth and sex', () => {
  for (const { person } of demoAccounts) {
    const id = parsePersonalId(person.personalId ?? '', { demo: true });
    if (!isRead(id)) throw new Error(`${person.fullName}: ${id.wrong.vi}`);
    expect(isDemoPersonalId(id.value)).toBe(true);
    expect(contradiction(id.value, { bornOn: person.bornOn!, sex: person.sex! })).toBeUndefined();
  }
});

test('names and telephone numbers of demo persons pass the rules of forms', () => {
  for (const { person } of demoAccounts) {
    expect(parsePersonName(person.fullName)).toEqual({ value: person.fullName });
    expect(parsePhone(person.phone ?? '')).toEqual({ value: person.phone });
  }
});

test('no two demo accounts share a name or a number', () => {
  expect(new Set(demoAccounts.map(({ name }) => name)).size).toBe(demoAccounts.length);
  expect(new Set(demoAccounts.map(({ person }) => person.personalId)).size).toBe(
    demoAccounts.length,
  );
});
