import { beforeAll, expect, it } from 'vitest';
import type { Lookups } from '#/platform/form/index.ts';
import { day } from '#/values/day.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import ethnicGroups from './data/ethnic-groups.json' with { type: 'json' };
import nationalities from './data/nationalities.json' with { type: 'json' };
import { lookupsOf, seedReferenceData } from './index.ts';

const database = testDatabase('agency');
let lookups: Lookups;

beforeAll(async () => {
  lookups = await database().transaction(async (tx) => {
    await seedReferenceData(tx, new Date('2026-11-24T02:00:00Z'));
    return lookupsOf(tx, day(2026, 11, 24));
  });
});

const values = (list: string, within?: string) =>
  lookups.options(list, within).map(({ value }) => value);

it('offers the 34 provinces and the communes of the chosen one', () => {
  expect(values('provinces')).toHaveLength(34);
  expect(values('communes', '92')).toHaveLength(103);
  expect(values('communes')).toEqual([]);
  expect(values('communes', '99')).toEqual([]);
  expect(lookups.options('communes', '92')).toContainEqual({
    value: '31135',
    label: { vi: 'Phường Ninh Kiều', en: 'Ninh Kiều Ward' },
  });
});

it('offers the 54 ethnic groups by the names that papers print', () => {
  expect(values('ethnic-groups')).toHaveLength(54);
  expect(values('ethnic-groups').slice(0, 2)).toEqual(['Kinh', 'Tày']);
  expect(new Set(ethnicGroups.map(({ code }) => code)).size).toBe(54);
});

it('offers the 193 member states of the United Nations and the few others, Vietnam first', () => {
  expect(values('nationalities')[0]).toBe('Việt Nam');
  expect(new Set(nationalities.map(({ code }) => code)).size).toBe(193 + 4);
  expect(new Set(values('nationalities')).size).toBe(nationalities.length);
  expect(values('nationalities').every((name) => name === name.normalize('NFC'))).toBe(true);
});

it('offers papers, issuers and clinics, and nothing for an unknown list', () => {
  expect(values('identity-papers')).toContain('can-cuoc');
  expect(values('identity-issuers')).toContain('Bộ Công an');
  expect(values('clinics', '92').length).toBeGreaterThan(0);
  expect(values('clinics', '01')).toEqual([]);
  expect(values('toString')).toEqual([]);
});
