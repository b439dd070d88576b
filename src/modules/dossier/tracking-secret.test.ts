import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecret, trackingSecret } from './tracking-secret.ts';

describe('the second factor of public tracking', () => {
  test('is eight signs that nobody mistakes for each other', () => {
    const made = Array.from({ length: 2000 }, trackingSecret);
    for (const secret of made) expect(secret).toMatch(/^[2-9A-HJKLMNP-Z]{8}$/);
    expect(made.join('')).not.toMatch(/[0O1IB]/);
    expect(new Set(made).size).toBe(made.length);
  });

  test('uses all its signs, so that it has some 40 bits', () => {
    const signs = new Set(Array.from({ length: 2000 }, trackingSecret).join(''));
    expect(8 * Math.log2(signs.size)).toBeGreaterThan(38);
  });

  test('is known again however people type it', () => {
    for (const typed of ['7K3FQX2M', '7k3fqx2m', ' 7K3F-QX2M ', '7k3f qx2m'])
      expect(isSecret(typed, '7K3FQX2M')).toBe(true);
  });

  test('is refused when anything differs', () => {
    for (const typed of ['', '7K3FQX2', '7K3FQX2MM', '7K3FQX2N', 'ＡK3FQX2M'])
      expect(isSecret(typed, '7K3FQX2M')).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const same = typed.toUpperCase().replace(/[\s-]/g, '') === '7K3FQX2M';
        expect(isSecret(typed, '7K3FQX2M')).toBe(same);
      }),
    );
  });
});
