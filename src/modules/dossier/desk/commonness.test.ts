import { describe, expect, it } from 'vitest';
import { rowsToLookThrough, type Commonness } from './commonness.ts';

const million: Commonness = {
  dossiers: 1_000_000,
  shares: new Map([
    ['common', 0.2],
    ['seldom', 0.004],
    ['unit', 0.5],
    ['corner', 0.002],
  ]),
};

describe('Cách tìm hồ sơ theo độ phổ biến của từ', () => {
  it('một từ phổ biến được tìm trong các hồ sơ mới nhất', () => {
    expect(rowsToLookThrough(million, [['common']], ['unit'], 50)).toBe(500);
  });

  it('một từ hiếm được hỏi chỉ mục', () => {
    expect(rowsToLookThrough(million, [['seldom', 'common']], ['unit'], 50)).toBeUndefined();
    expect(rowsToLookThrough(million, [['never counted']], ['unit'], 50)).toBeUndefined();
  });

  it('nhiều từ cùng lúc thì hiếm hơn từng từ', () => {
    expect(
      rowsToLookThrough(million, [['common'], ['common'], ['common']], ['unit'], 50),
    ).toBeUndefined();
  });

  it('đơn vị ít hồ sơ thì không đọc hết hồ sơ của đơn vị khác để tìm', () => {
    expect(rowsToLookThrough(million, [['common']], ['corner'], 50)).toBeUndefined();
  });

  it('kho còn ít hồ sơ thì hỏi chỉ mục', () => {
    expect(
      rowsToLookThrough({ dossiers: 100, shares: new Map() }, [['x']], ['u'], 50),
    ).toBeUndefined();
  });
});
