import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc16 } from './crc-16.ts';
import { vietQr } from './viet-qr.ts';

const toAccount = { bankBin: '970403', account: '0011012345678' };

test('the checksum of 123456789 is 29B1', () => {
  expect(crc16(Buffer.from('123456789'))).toBe(0x29b1);
});

test('a code without amount can be used again and again', () => {
  expect(vietQr(toAccount)).toBe(
    '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
  );
});

test('a code with amount, bill number and purpose is for one payment', () => {
  const code = vietQr({
    ...toAccount,
    amount: 180_000,
    billNumber: 'NPS6869',
    reference: 'thanh toan don hang',
  });
  expect(code).toBe(
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
  );
});

test('a fee carries its reference as purpose', () => {
  const fee = {
    bankBin: '970436',
    account: '1013456789',
    amount: 16_000,
    reference: 'LP H29.113 260923 0042',
  };
  expect(vietQr(fee)).toBe(
    '00020101021238540010A00000072701240006970436011010134567890208QRIBFTTA53037045405160005802VN62260822LP H29.113 260923 00426304145B',
  );
});

test.each([
  ['a bank number that is not 6 digits', { ...toAccount, bankBin: '97040' }],
  ['an amount of nothing', { ...toAccount, amount: 0 }],
  ['half a đồng', { ...toAccount, amount: 0.5 }],
  ['a reference with Vietnamese letters', { ...toAccount, reference: 'lệ phí' }],
  ['a reference of 26 characters', { ...toAccount, reference: 'A'.repeat(26) }],
])('%s does not fit into a code', (_what, wrong) => {
  expect(() => vietQr(wrong)).toThrow(RangeError);
});

test('every code reads back field by field and its checksum agrees', () => {
  const digits = (min: number, max: number) =>
    fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), minLength: min, maxLength: max });
  const qr = fc.record({
    bankBin: digits(6, 6),
    account: digits(6, 19),
    amount: fc.integer({ min: 1, max: 9_999_999_999 }),
    reference: fc.string({
      unit: fc.constantFrom('A', 'b', ' ', '7', '.'),
      minLength: 1,
      maxLength: 25,
    }),
  });
  fc.assert(
    fc.property(qr, (given) => {
      const code = vietQr(given);
      const fields = fieldsOf(code);
      expect(fields['54']).toBe(String(given.amount));
      expect(fieldsOf(fields['62']!)['08']).toBe(given.reference);
      const receiver = fieldsOf(fieldsOf(fields['38']!)['01']!);
      expect(receiver).toEqual({ '00': given.bankBin, '01': given.account });
      expect(Number.parseInt(code.slice(-4), 16)).toBe(crc16(Buffer.from(code.slice(0, -4))));
    }),
  );
});

function fieldsOf(code: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < code.length;) {
    const end = at + 4 + Number(code.slice(at + 2, at + 4));
    fields[code.slice(at, at + 2)] = code.slice(at + 4, end);
    at = end;
  }
  return fields;
}
