import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRead } from '#/values/reading.ts';
import { isLeaked, leakedMarkBytes } from './leaked-passwords.ts';
import { parsePassword } from './password.ts';

const about = ['Nguyễn Thị Bình', '000192000001', '+84900000001'];

test.each([
  ['nine characters are too few', 'ghe dua 7'],
  ['the word for password with figures is guessed first', 'matkhau12345'],
  ['one letter again and again is no secret', 'aaaaaaaaaaaa'],
  ['the own name with a year is guessed', 'Nguyễn Bình 1992'],
  ['the own identification number is known to many', '000192000001'],
  ['the own telephone number is known to many', '0900000001ab'],
  ['a leaked one is tried everywhere', 'q1w2e3r4t5'],
  ['capitals and blanks do not hide a leaked one', 'Q1W2E3 r4t5y6'],
  ['words of love are guessed in this country too', 'Không Biết 2009'],
  ['more than 200 characters do not fit', 'ghe dua nang com '.repeat(13)],
])('%s', (_title, typed) => {
  expect(isRead(parsePassword(typed, about))).toBe(false);
});

test.each(['ghe dua nang com', 'Chợ nổi sáng sớm', 'k7#tR9!wQz2', 'совершенно другое'])(
  'a password that nobody guesses is taken as typed: %s',
  (typed) => {
    expect(parsePassword(typed, about)).toEqual({ value: typed });
  },
);

test('far more than the three thousand most used passwords are known, in order, so that each is found', () => {
  const marks = readFileSync(join(import.meta.dirname, 'leaked-passwords.bin'));
  const count = marks.length / leakedMarkBytes;
  expect(count).toBeGreaterThan(10_000);
  for (let no = 1; no < count; no += 1) {
    const at = no * leakedMarkBytes;
    const before = marks.subarray(at - leakedMarkBytes, at);
    expect(before.compare(marks.subarray(at, at + leakedMarkBytes))).toBe(-1);
  }
  for (const known of ['1q2w3e4r5t', 'qazwsxedcrfv', 'q1w2e3r4t5y6'])
    expect(isLeaked(known)).toBe(true);
  expect(isLeaked('ghe dua nang com')).toBe(false);
});
