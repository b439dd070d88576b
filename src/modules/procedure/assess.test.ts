import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#/values/day.ts';
import { assess, assessPartly, type Facts } from './assess.ts';
import type { CompiledProcedure } from './compiled.ts';
import { RuleFault } from './rule-results.ts';
import { shippedBundle } from './shipped-bundle.ts';

let birth: CompiledProcedure;

beforeAll(async () => {
  birth = (await shippedBundle('dang-ky-khai-sinh')).procedure;
});

describe('a birth registration is judged', () => {
  test('with papers, fee and deadline, each with its legal basis', () => {
    const { obstacles, papers, fees, deadline } = assess(birth, birthFacts({}));
    expect(obstacles).toEqual([]);
    expect(papers.map(({ paper }) => paper.code)).toEqual(['EFORM.KS', '000.00.00.G15-KQ004389']);
    expect(papers[1]!.because).toBe('Luật Hộ tịch 2014, Điều 16 khoản 1');
    expect(fees.lines).toMatchObject([{ key: 'LP_KS_DUNG_HAN', amount: 0, quantity: 1 }]);
    expect(fees.lines[0]!.because).toContain('Điều 11');
    expect(fees.total).toBe(0);
    expect(deadline).toMatchObject({ qty: 1, unit: 'WORKING_DAY', cutoff: '15:00' });
  });

  test('with copies that cost by their number', () => {
    const answers = { de_nghi_cap_ban_sao: 'Có', so_luong_ban_sao: 3 };
    expect(assess(birth, birthFacts(answers)).fees.total).toBe(24_000);
  });

  test('with the obstacle, in both languages, when the child is registered already', () => {
    const { obstacles } = assess(birth, birthFacts({ da_dang_ky_khai_sinh: 'Có' }));
    expect(obstacles).toMatchObject([{ code: 'khai-sinh.da-dang-ky' }]);
    expect(obstacles[0]!.words.vi).toContain('Cháu đã được đăng ký khai sinh');
    expect(obstacles[0]!.words.en).not.toBe('');
  });

  test('the same way each time', () => {
    expect(assess(birth, birthFacts({}))).toEqual(assess(birth, birthFacts({})));
  });
});

test('a fee that hangs on an answer which is missing is left open, and only then', () => {
  const asked = birthFacts({ de_nghi_cap_ban_sao: 'Có' });
  expect(assessPartly(birth, asked).fees.total).toBeNull();
  expect(() => assess(birth, asked)).toThrow(RuleFault);
});

test('no answers at all are no crash', () => {
  const { papers } = assessPartly(birth, { ...birthFacts({}), answers: {} });
  expect(papers.length).toBeGreaterThan(0);
});

function birthFacts(answers: Record<string, unknown>): Facts {
  return {
    answers: {
      truong_hop: 'Trẻ có cha hoặc mẹ',
      giay_chung_sinh: 'Có bản giấy hoặc bản chụp',
      uy_quyen: 'Không',
      nyc_so_dinh_danh: '000000000017',
      con_ngay_sinh: '2026-07-01',
      me_quoc_tich: 'Việt Nam',
      de_nghi_cap_ban_sao: 'Không',
      ...answers,
    },
    channel: 'ONLINE',
    submittedOn: day(2026, 7, 15),
    territory: 'CT-PL1',
    beneficiary: [],
    variant: 'NORMAL',
  };
}
