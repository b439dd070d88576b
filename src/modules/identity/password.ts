import { fold } from '#/values/fold.ts';
import type { Reading } from '#/values/reading.ts';
import { text } from '#/values/text.ts';
import { isLeaked } from './leaked-passwords.ts';

export const fewest = 10;
const most = 200;

/** What guessers try first, folded. */
const wellKnown = [
  'matkhau',
  'password',
  'passw0rd',
  'welcome',
  'iloveyou',
  'anhyeuem',
  'yeuemnhieu',
  'khongbiet',
  'khongquen',
  'tinhyeu',
  'giadinh',
  'congchua',
  'hoangtu',
  'conyeu',
  'bome',
  'danang',
  'sinhnhat',
  'emyeuanh',
  'vietnam',
  'saigon',
  'hanoi',
  'cantho',
  'admin',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'abcdef',
  'abc',
  '1234567890',
  '0123456789',
  '987654321',
  '123456',
  '12345',
  '123',
];

/**
 * Reads a new password: long enough, not among those that were leaked, and not made of what everybody tries or of what is known about the person
 * (`about`: name, number, telephone). No rules on kinds of signs: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export function parsePassword(typed: string, about: readonly string[]): Reading<string> {
  const length = Array.from(typed).length;
  if (length < fewest) return { wrong: wrong.short };
  if (length > most) return { wrong: wrong.long };
  const left = [...wellKnown, ...wordsOf(about)].reduce(
    (rest, guess) => rest.replaceAll(guess, ''),
    fold(typed).replace(/\s/g, ''),
  );
  return new Set(left).size < 5 || isLeaked(typed) ? { wrong: wrong.guessable } : { value: typed };
}

function wordsOf(about: readonly string[]): string[] {
  return about.flatMap((fact) => {
    // A number with the country's code is typed with a 0 instead.
    const folded = fold(fact).replace(/^\+84/, '0');
    const words = [folded.replace(/[^a-z0-9]/g, ''), ...folded.split(/[^a-z0-9]+/)];
    return words.filter((word) => word.length >= 3);
  });
}

const wrong = {
  short: text(
    `Mật khẩu cần ít nhất ${fewest} ký tự. Bốn từ không liên quan ghép lại vừa dài vừa dễ nhớ`,
    `A password needs at least ${fewest} characters. Four unrelated words are long and easy to remember`,
  ),
  long: text(
    `Mật khẩu dài quá ${most} ký tự. Hãy rút ngắn lại`,
    `The password is longer than ${most} characters. Shorten it`,
  ),
  guessable: text(
    'Mật khẩu này dễ đoán: nhiều người dùng, hoặc chứa tên, số định danh, số điện thoại của bạn. Hãy chọn cụm từ khác',
    'This password is easy to guess: many use it, or it holds your name or numbers. Choose other words',
  ),
} as const;
