import { parsePersonalId } from './personal-id.ts';
import { isRead, type Reading } from './reading.ts';
import { text } from './text.ts';

declare const brand: unique symbol;

/**
 * A tax code ("mã số thuế"): 10 digits, 10-3 digits of a dependent unit, or, since 01/07/2025,
 * the personal identification number of a person or household business (Circular 86/2024/TT-BTC).
 */
export type TaxCode = string & { readonly [brand]: true };

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** Reads a tax code and checks its check digit; spaces are forgiven, the hyphen of 13 digits may be missing. */
export function parseTaxCode(typed: string, where: { demo: boolean }): Reading<TaxCode> {
  const plain = typed.replace(/\s/g, '');
  if (/^[0-9]{12}$/.test(plain)) return ofPerson(plain, where);
  const [, main, branch] = /^([0-9]{10})(?:-?([0-9]{3}))?$/.exec(plain) ?? [];
  if (main === undefined) return { wrong: wrong.shape };
  if (!hasCheckDigit(main)) return { wrong: wrong.check };
  return { value: (branch === undefined ? main : `${main}-${branch}`) as TaxCode };
}

function ofPerson(digits: string, where: { demo: boolean }): Reading<TaxCode> {
  const id = parsePersonalId(digits, where);
  return isRead(id) ? { value: String(id.value) as TaxCode } : id;
}

/** The tenth digit is 10 less the weighted sum of the first nine modulo 11. */
function hasCheckDigit(main: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(main[at]), 0);
  return 10 - (sum % 11) === Number(main[9]);
}

const wrong = {
  shape: text(
    'Mã số thuế có 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc là số định danh cá nhân 12 chữ số',
    'A tax code has 10 digits, 13 digits (dependent unit) or is a personal identification number of 12 digits',
  ),
  check: text(
    'Mã số thuế này không đúng: chữ số kiểm tra không khớp. Xem lại từng chữ số',
    'This tax code is wrong: its check digit does not match. Check every digit',
  ),
} as const;
