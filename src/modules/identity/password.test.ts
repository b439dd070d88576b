import { expect, test } from 'vitest';
import { isRead } from '#/values/reading.ts';
import { parsePassword } from './password.ts';

const about = ['Nguyễn Thị Bình', '000192000001', '+84900000001'];

test.each([
  ['nine characters are too few', 'ghe dua 7'],
  ['the word for password with figures is guessed first', 'matkhau12345'],
  ['one letter again and again is no secret', 'aaaaaaaaaaaa'],
  ['the own name with a year is guessed', 'Nguyễn Bình 1992'],
  ['the own identification number is known to many', '000192000001'],
  ['the own telephone number is known to many', '0900000001ab'],
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
