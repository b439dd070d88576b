import { type Text, text } from '#/values/text.ts';

/** A typed text made clean, or words about what cannot be taken. */
export type Plain = { readonly plain: string } | { readonly wrong: Text };

/**
 * One line: Unicode NFC, blanks of every sort become single spaces, blanks at the ends go, and so do zero-width
 * characters that come along with copied text. Control and direction characters are refused: they hide what a
 * reader would see (Unicode TR 36, section 2.10).
 */
export function plainLine(typed: string): Plain {
  const plain = withoutZeroWidth(typed).replace(/\s+/g, ' ').trim();
  return isHiding(plain) ? { wrong: hidden } : { plain };
}

/** Several lines: as `plainLine`, but line ends are kept, as \n. */
export function plainBlock(typed: string): Plain {
  const plain = withoutZeroWidth(typed)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return isHiding(plain.replaceAll('\n', ' ')) ? { wrong: hidden } : { plain };
}

/** How many characters a reader would count (code points). */
export function lengthOf(plain: string): number {
  let count = 0;
  for (const _ of plain) count += 1;
  return count;
}

function withoutZeroWidth(typed: string): string {
  return typed.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}

/** Control characters, lone surrogates, direction marks and overrides, noncharacters. */
function isHiding(plain: string): boolean {
  return (
    !plain.isWellFormed() ||
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\uffff]/u.test(plain)
  );
}

const hidden = text(
  'Trong ô này có ký tự ẩn không đọc được. Xóa hết rồi gõ lại bằng bàn phím, ví dụ Nguyễn Thị Bình',
  'This box holds hidden characters. Delete it all and type it again, for example Nguyễn Thị Bình',
);
