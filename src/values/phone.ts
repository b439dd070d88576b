import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import type { Reading } from './reading.ts';
import { text } from './text.ts';

declare const brand: unique symbol;

/** A Vietnamese telephone number, mobile or landline, as E.164: +84 and the digits without the leading 0. */
export type Phone = string & { readonly [brand]: true };

/** Reads a Vietnamese number in any usual spelling: 0912 345 678, +84 912345678, (0292) 3812345. */
export function parsePhone(typed: string): Reading<Phone> {
  const plain = typed.normalize('NFKC').trim();
  if (!/^[+\d\s().-]{1,30}$/.test(plain)) return { wrong };
  const number = parsePhoneNumberFromString(plain, 'VN');
  if (
    number === undefined ||
    number.country !== 'VN' ||
    number.ext !== undefined ||
    !number.isValid()
  ) {
    return { wrong };
  }
  return { value: number.number as string as Phone };
}

/** As people write it inside Vietnam: 0912 345 678. */
export function formatPhone(phone: Phone): string {
  return known(phone).formatNational();
}

/** Whether it can get text messages. */
export function isMobile(phone: Phone): boolean {
  return known(phone).getType() === 'MOBILE';
}

function known(phone: Phone): PhoneNumber {
  const number = parsePhoneNumberFromString(phone, 'VN');
  if (number === undefined) throw new RangeError('Not a telephone number');
  return number;
}

const wrong = text(
  'Nhập số điện thoại Việt Nam, ví dụ 0912 345 678 hoặc 0292 3812 345',
  'Enter a Vietnamese telephone number, for example 0912 345 678 or 0292 3812 345',
);
