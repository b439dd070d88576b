import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, htmlOf } from './compose.ts';
import { fieldsOf, missingOf, putIn } from './fields.ts';
import { faultsOf, ownFields } from './template.ts';
import { partsOf, withoutMarks } from './text-message.ts';

test.each([
  ['a'.repeat(160), 'gsm', 1],
  ['a'.repeat(161), 'gsm', 2],
  ['a'.repeat(306), 'gsm', 2],
  ['a'.repeat(307), 'gsm', 3],
  ['€'.repeat(80), 'gsm', 1],
  ['€'.repeat(81), 'gsm', 2],
  ['ư'.repeat(70), 'ucs2', 1],
  ['ư'.repeat(71), 'ucs2', 2],
  ['😀'.repeat(35), 'ucs2', 1],
  ['😀'.repeat(36), 'ucs2', 2],
] as const)('%s is counted as the network counts it', (text, encoding, n) => {
  const found = partsOf(text);
  expect([found.encoding, found.parts.length]).toEqual([encoding, n]);
});

test('parts together are the text, none is too long and no letter is torn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { parts, encoding } = partsOf(text);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(encoding === 'gsm' ? 160 : 70);
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('Vietnamese without marks fits into GSM-7', () => {
  const text = 'Hồ sơ “Đăng ký” của Ông Nguyễn Đức – đã xong…';
  expect(withoutMarks(text)).toBe('Ho so "Dang ky" cua Ong Nguyen Duc - da xong...');
  expect(partsOf(withoutMarks(text)).encoding).toBe('gsm');
});

test('fields are found, missing ones told, and words shown on a condition', () => {
  const template = 'Chào ((Họ tên)), ((gap??Gấp!)) ((ngay))';
  expect(fieldsOf(template)).toEqual(['Họ tên', 'gap', 'ngay']);
  expect(missingOf(template, { 'ho ten': 'x', 'Họ Tên': 'y', gap: 'no' })).toEqual(['ngay']);
  expect(putIn(template, { 'Họ tên': 'An', gap: 'yes', ngay: '1' })).toBe('Chào An, Gấp! 1');
});

test('whatever a value says, the mail has no more tags and no more links than its template', () => {
  const template = '# Tin\n\n((a))\n\n* ((b))';
  const tags = (html: string) => html.match(/<[a-z]+/g)!.filter((tag) => tag !== '<br');
  const plain = tags(htmlOf(template, { a: 'x', b: 'y' }, 'vi'));
  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>',
      '((b))',
      '# x',
      'https://evil.example',
      '"><img src=x>',
      '\r\nBcc: x',
    ),
  );
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      expect(tags(htmlOf(template, { a, b }, 'vi'))).toEqual(plain);
      const content = { vi: { subject: '((a))', body: template } };
      const { subject } = compose('mail', content, {
        values: { a, b },
        lang: 'vi',
        letters: 'full',
      });
      expect(subject).not.toMatch(/[\r\n]/);
    }),
  );
});

test('a template is refused with an unknown field, without a subject, or too long for text messages', () => {
  const faults = (channel: 'mail' | 'sms', body: string, subject?: string) =>
    faultsOf(channel, { vi: { subject, body } }, ownFields).map(({ kind }) => kind);
  expect(faults('mail', '((titel))', 'x')).toEqual(['unknown-field']);
  expect(faults('mail', '((title))')).toEqual(['no-subject']);
  expect(faults('sms', 'a'.repeat(1600))).toEqual(['too-long']);
  expect(faults('sms', ' ')).toEqual(['no-body']);
  expect(faults('mail', '((body))', '((title))')).toEqual([]);
});
