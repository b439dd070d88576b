import { partsOf, type Day } from './day.ts';
import type { Reading } from './reading.ts';
import { text, type Text } from './text.ts';

declare const brand: unique symbol;

/**
 * A personal identification number ("số định danh cá nhân"), 12 digits PPP C YY NNNNNN: where the birth was
 * registered, century and sex, year of birth, and a random part. It has no check digit (Circular 59/2021/TT-BCA).
 */
export type PersonalId = string & { readonly [brand]: true };

/** As the law and every form write it. */
export type Sex = 'Nam' | 'Nữ';

// The codes of the 63 provinces before 01/07/2025: numbers are kept for life, so the 34 of today do not matter.
// oxfmt-ignore
const provinces = new Set([
  1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45,
  46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92,
  93, 94, 95, 96,
]);

// Whoever was registered abroad has a country's code instead, three digits from 100 on (Circular 07/2016/TT-BCA, article 7).
const firstCountry = 100;

/** No place has the code 000: invented persons carry it, so that no real person can ever be meant. */
const demoPlace = '000';

/**
 * Reads a personal identification number; spaces and dots between the digits are forgiven.
 * Numbers of invented persons are accepted only where the demo is on.
 */
export function parsePersonalId(typed: string, where: { demo: boolean }): Reading<PersonalId> {
  const digits = typed.replace(/[\s.]/g, '');
  if (!/^[0-9]{12}$/.test(digits)) return { wrong: wrong.shape };
  if (isDemoPersonalId(digits)) {
    return where.demo ? { value: digits as PersonalId } : { wrong: wrong.place };
  }
  const place = Number(digits.slice(0, 3));
  if (place < firstCountry && !provinces.has(place)) return { wrong: wrong.place };
  return { value: digits as PersonalId };
}

/** Whether the number belongs to the range of invented persons. */
export function isDemoPersonalId(id: string): boolean {
  return id.length === 12 && id.startsWith(demoPlace);
}

export function birthYearOf(id: PersonalId): number {
  return 1900 + Math.floor(centuryAndSex(id) / 2) * 100 + Number(id.slice(4, 6));
}

export function sexOf(id: PersonalId): Sex {
  return centuryAndSex(id) % 2 === 0 ? 'Nam' : 'Nữ';
}

/** What the number says against a birth date or sex; undefined when nothing speaks against it. */
export function contradiction(
  id: PersonalId,
  person: { bornOn?: Day | undefined; sex?: Sex | undefined },
): Text | undefined {
  if (person.bornOn !== undefined && partsOf(person.bornOn).year !== birthYearOf(id)) {
    return wrong.year;
  }
  return person.sex !== undefined && person.sex !== sexOf(id) ? wrong.sex : undefined;
}

/** 0 and 1 stand for the twentieth century, men and women, 2 and 3 for the twenty-first, and so on. */
function centuryAndSex(id: PersonalId): number {
  return Number(id[3]);
}

const wrong = {
  shape: text(
    'Số định danh cá nhân có đúng 12 chữ số, in ở mặt trước thẻ căn cước',
    'A personal identification number has exactly 12 digits, printed on the front of the identity card',
  ),
  place: text(
    'Ba chữ số đầu không phải mã nơi đăng ký khai sinh. Xem lại số trên thẻ căn cước',
    'The first three digits are no code of a place of birth registration. Check the number on the card',
  ),
  year: text(
    'Số định danh cá nhân không khớp với năm sinh. Xem lại cả hai',
    'The personal identification number does not match the year of birth. Check both',
  ),
  sex: text(
    'Số định danh cá nhân không khớp với giới tính. Xem lại cả hai',
    'The personal identification number does not match the sex. Check both',
  ),
} as const;
