import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import {
  birthYearOf,
  contradiction,
  isDemoPersonalId,
  parsePersonalId,
  sexOf,
  type PersonalId,
} from './personal-id.ts';
import { isRead } from './reading.ts';

// Numbers are put together here, so that no number of a real person can stand in the source.
const number = (place: string, century: number, year: string) => `${place}${century}${year}000000`;
const demo = { demo: true };
const real = { demo: false };

describe('personal identification numbers', () => {
  it('accepts the 63 codes of before the mergers, which people keep for life', () => {
    const accepted = Array.from({ length: 100 }, (_, place) =>
      String(place).padStart(3, '0'),
    ).filter((place) => isRead(parsePersonalId(number(place, 0, '90'), real)));
    expect(accepted).toHaveLength(63);
    expect(accepted).toContain('093');
    expect(accepted).not.toContain('003');
  });

  it('accepts people whose birth was registered abroad', () => {
    expect(isRead(parsePersonalId(number('201', 2, '05'), real))).toBe(true);
  });

  it('forgives spaces and dots, and nothing else', () => {
    expect(parsePersonalId(' 000 090.000 001 ', demo)).toEqual({ value: '000090000001' });
    for (const typed of ['', '00009000000', '0000900000012', '00009000000x', '０００090000001']) {
      expect(isRead(parsePersonalId(typed, demo))).toBe(false);
    }
  });

  it('knows invented persons by a place that cannot exist, and refuses them outside the demo', () => {
    const invented = number('000', 1, '96');
    expect(isDemoPersonalId(invented)).toBe(true);
    expect(isRead(parsePersonalId(invented, demo))).toBe(true);
    expect(isRead(parsePersonalId(invented, real))).toBe(false);
  });

  it.each([
    [0, '85', 1985, 'Nam'],
    [1, '85', 1985, 'Nữ'],
    [2, '05', 2005, 'Nam'],
    [3, '26', 2026, 'Nữ'],
    [4, '01', 2101, 'Nam'],
  ])('reads century digit %i and year %s as %i, %s', (century, year, born, sex) => {
    const id = number('000', century, year) as PersonalId;
    expect(birthYearOf(id)).toBe(born);
    expect(sexOf(id)).toBe(sex);
  });

  it('is held against birth date and sex', () => {
    const id = number('000', 3, '26') as PersonalId;
    expect(contradiction(id, { bornOn: day(2026, 3, 27), sex: 'Nữ' })).toBeUndefined();
    expect(contradiction(id, {})).toBeUndefined();
    expect(contradiction(id, { bornOn: day(1926, 3, 27) })?.vi).toContain('năm sinh');
    expect(contradiction(id, { sex: 'Nam' })?.vi).toContain('giới tính');
  });
});
