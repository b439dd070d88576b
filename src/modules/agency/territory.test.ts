import { expect, it } from 'vitest';
import { day } from '#/values/day.ts';
import territories from './data/territories.json' with { type: 'json' };
import { territoryOf } from './territory.ts';

const today = day(2026, 11, 24);

it('divides Cần Thơ into three fee annexes of 32, 28 and 43 communes', () => {
  expect(territories.map(({ communes }) => communes.length)).toEqual([32, 28, 43]);
  expect(new Set(territories.flatMap(({ communes }) => communes)).size).toBe(103);
});

it('knows the annex of phường Ninh Kiều since the merger', () => {
  expect(territoryOf('31135', today)?.code).toBe('CT-PL1');
  expect(territoryOf('31507', today)?.code).toBe('CT-PL3');
  expect(territoryOf('31135', day(2025, 6, 30))).toBeUndefined();
  expect(territoryOf('00004', today)).toBeUndefined();
});
