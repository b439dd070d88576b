import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32 } from './base32.ts';
import { codeAt, keyUri, stepOf, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at second %i the code is that of RFC 6238, appendix B', (second, code) => {
  expect(codeAt(secret, stepOf(new Date(second * 1000)), 8)).toBe(code);
});

test.each([
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
])('the counter gives the codes of RFC 4226, appendix D: %s', (code) => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeAt(secret, counter));
  expect(codes).toContain(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('“%s” in base 32 is that of RFC 4648, section 10', (plain, encoded) => {
  expect(base32(Buffer.from(plain))).toBe(encoded);
});

test('a code is right half a minute before and after, once, and never an earlier one after it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 2 ** 33 }),
      fc.integer({ min: -3, max: 3 }),
      (step, off) => {
        const at = new Date(step * 30_000 + 7_000);
        const code = codeAt(secret, step + off);
        const found = stepOfCode(secret, code, at, 0);
        if (Math.abs(off) > 1) return;
        expect(found).toBeDefined();
        expect(stepOfCode(secret, code, at, step + 1)).toBeUndefined();
      },
    ),
  );
  const at = new Date(59_000);
  expect(stepOfCode(secret, codeAt(secret, 1), at, 0)).toBe(1);
  expect(stepOfCode(secret, codeAt(secret, 1), at, 1)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(secret, 4), at, 0)).toBeUndefined();
  expect(stepOfCode(secret, '28708', at, 0)).toBeUndefined();
  expect(stepOfCode(secret, 'không phải số', at, 0)).toBeUndefined();
});

test('the app is told secret, issuer and account', () => {
  const uri = new URL(keyUri('MZXW6', 'Cổng dịch vụ công', '000199000001'));
  expect(uri.searchParams.get('secret')).toBe('MZXW6');
  expect(uri.searchParams.get('issuer')).toBe('Cổng dịch vụ công');
  expect(decodeURIComponent(uri.pathname)).toContain('Cổng dịch vụ công:000199000001');
});
