import type { Body } from '#/platform/http/index.ts';
import { isRead } from '#/values/reading.ts';
import { text, type Text } from '#/values/text.ts';
import { parsePassword } from '../password.ts';
import { posted } from './posted.ts';

/** A new password, typed twice in the boxes `password` and `again`, or words at the box to correct. */
export function readNewPassword(
  body: Body,
  about: readonly string[],
): { readonly password: string } | { readonly wrong: Readonly<Record<string, Text>> } {
  const typed = posted(body, 'password');
  if (typed === '') return { wrong: { password: words.missing } };
  const reading = parsePassword(typed, about);
  if (!isRead(reading)) return { wrong: { password: reading.wrong } };
  if (posted(body, 'again') !== typed) return { wrong: { again: words.differs } };
  return { password: typed };
}

const words = {
  missing: text('Nhập mật khẩu mới', 'Enter a new password'),
  differs: text(
    'Hai lần nhập mật khẩu khác nhau. Nhập lại lần nữa',
    'The two passwords differ. Enter it again',
  ),
};
