import type { Reading } from './reading.ts';
import { text } from './text.ts';

declare const brand: unique symbol;

/** An e-mail address with its domain in lower case. */
export type Email = string & { readonly [brand]: true };

// RFC 5321 without quoted local parts and address literals, which no provider gives to people.
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** Reads an e-mail address; the local part keeps its case, because RFC 5321 (section 2.4) leaves it to its host. */
export function parseEmail(typed: string): Reading<Email> {
  const plain = typed.trim();
  const at = plain.lastIndexOf('@');
  const mailbox = plain.slice(0, Math.max(at, 0));
  const host = plain.slice(at + 1).toLowerCase();
  if (mailbox.length > 64 || !local.test(mailbox) || !domain.test(host)) return { wrong };
  return { value: `${mailbox}@${host}` as Email };
}

const wrong = text(
  'Nhập địa chỉ thư điện tử đầy đủ, ví dụ binh@example.vn',
  'Enter a full e-mail address, for example binh@example.vn',
);
