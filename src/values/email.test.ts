import { expect, it } from 'vitest';
import { parseEmail } from './email.ts';
import { isRead } from './reading.ts';

it.each([
  ['binh@example.vn', 'binh@example.vn'],
  ['  Binh.Nguyen+thu@Example.COM.VN ', 'Binh.Nguyen+thu@example.com.vn'],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
])('reads %j as %s', (typed, value) => expect(parseEmail(typed)).toEqual({ value }));

it.each([
  '',
  'binh',
  '@example.vn',
  'binh@',
  'binh@example',
  'binh@@example.vn',
  'bình@example.vn',
  'binh@exa mple.vn',
  '.binh@example.vn',
  'binh..a@example.vn',
  'binh@-example.vn',
  'binh@example.vn\r\nBcc: a@b.vn',
  `${'a'.repeat(65)}@example.vn`,
  `a@${'b.'.repeat(200)}vn`,
])('refuses %j', (typed) => expect(isRead(parseEmail(typed))).toBe(false));
