import { expect, test } from 'vitest';
import { mayUse, type Audience } from './access.ts';
import { hasRole, systemActor, type Actor } from './actor.ts';

const citizen: Actor = { ...systemActor(new Date(0)), kind: 'citizen' };
const clerk: Actor = {
  ...citizen,
  kind: 'official',
  posts: [{ unitId: 'mot-cua', role: 'TIEP_NHAN' }],
};
const admin: Actor = { ...clerk, posts: [{ unitId: 'phuong', role: 'QUAN_TRI' }] };

const who = { visitor: null, citizen, clerk, admin, system: systemActor(new Date(0)) };
const expected: Readonly<Record<keyof typeof who, readonly Audience[]>> = {
  visitor: ['anyone'],
  citizen: ['anyone', 'signed-in', 'citizen'],
  clerk: ['anyone', 'signed-in', 'official', 'TIEP_NHAN'],
  admin: ['anyone', 'signed-in', 'official', 'admin', 'QUAN_TRI'],
  system: ['anyone', 'signed-in'],
};
const audiences = [
  'anyone',
  'signed-in',
  'citizen',
  'official',
  'admin',
  'TIEP_NHAN',
  'QUAN_TRI',
] as const;

test.each(Object.keys(who) as (keyof typeof who)[])(
  'a %s belongs to these audiences and to no other',
  (name) => {
    expect(audiences.filter((audience) => mayUse(who[name], [audience]))).toEqual(expected[name]);
  },
);

test('one audience of several is enough, and a route without any is closed to everybody', () => {
  expect(mayUse(clerk, ['admin', 'TIEP_NHAN'])).toBe(true);
  expect(mayUse(admin, [])).toBe(false);
  expect(mayUse(null, [])).toBe(false);
});

test('a role counts in its unit, or in any when none is named', () => {
  expect(hasRole(clerk, 'TIEP_NHAN')).toBe(true);
  expect(hasRole(clerk, 'TIEP_NHAN', 'mot-cua')).toBe(true);
  expect(hasRole(clerk, 'TIEP_NHAN', 'cong-an')).toBe(false);
});
