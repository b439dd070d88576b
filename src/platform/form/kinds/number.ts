import { type Text, text } from '#/values/text.ts';
import { enterWords } from '../form-words.ts';
import { plainLine } from '../plain-text.ts';
import type { Question } from '../question.ts';
import { type Leaf, type Read, blank } from './leaf.ts';

/** A whole number. */
export const integer: Leaf = numberLeaf({ decimals: false, example: '12', unit: '' });

/** A number with a decimal comma. */
export const decimal: Leaf = numberLeaf({ decimals: true, example: '98,5', unit: '' });

/** An amount in whole đồng. */
export const money: Leaf = numberLeaf({ decimals: false, example: '1.250.000', unit: ' đ' });

interface Manner {
  readonly decimals: boolean;
  readonly example: string;
  readonly unit: string;
}

function numberLeaf({ decimals, example, unit }: Manner): Leaf {
  return {
    boxes: [''],
    missing: (label) => enterWords(label, example),
    read([typed = ''], { question }): Read {
      const cleaned = plainLine(typed);
      if ('wrong' in cleaned) return cleaned;
      if (cleaned.plain === '') return blank;
      const [least, most] = limits(question);
      const number = parseNumber(cleaned.plain, { grouped: most >= 1000 });
      if (number === undefined || (!decimals && !Number.isInteger(number))) {
        return { wrong: digitsWords(question.label, example, decimals) };
      }
      if (number < least || number > most)
        return { wrong: rangeWords(question.label, least, most) };
      return { answer: number };
    },
    type: (answer) => [typeof answer === 'number' ? formatNumber(answer) : ''],
    tell: (answer) => (typeof answer === 'number' ? `${formatNumber(answer)}${unit}` : ''),
    schema: (question) => {
      const [minimum, maximum] = limits(question);
      return { type: decimals ? 'number' : 'integer', minimum, maximum };
    },
  };
}

/** Without limits of its own a number is neither negative nor longer than JavaScript counts exactly. */
function limits({ min, max }: Question): readonly [least: number, most: number] {
  return [typeof min === 'number' ? min : 0, typeof max === 'number' ? max : 999_999_999_999_999];
}

/**
 * Reads a number as Vietnamese write it: dots (or spaces) between thousands, a comma before decimals. A dot that
 * cannot part thousands is taken as a decimal point, as many keyboards have no comma beside the digits.
 */
function parseNumber(plain: string, { grouped }: { grouped: boolean }): number | undefined {
  const bare = plain
    .normalize('NFKC')
    .replace(/\s*(?:đồng|vnđ|vnd|đ|₫)\.?$/iu, '')
    .replace(/[\u2212\u2013]/, '-')
    .replace(/\s/g, '');
  if (bare.length > 24) return undefined;
  const thousands = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
  if (grouped && thousands.test(bare)) return exact(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+(?:,\d+)?$/.test(bare)) return exact(bare.replace(',', '.'));
  return /^-?\d+\.\d+$/.test(bare) ? exact(bare) : undefined;
}

/** Only numbers of at most 15 digits come back exactly as they were typed. */
function exact(written: string): number | undefined {
  const digits = written.replace(/^-?0*|\D/g, '');
  return digits.length <= 15 ? Number(written) + 0 : undefined;
}

/** 1250000.5 → 1.250.000,5 */
export function formatNumber(number: number): string {
  if (!Number.isFinite(number)) return '';
  const [whole = '0', rest] = plainDigits(number).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

/** Without an exponent. */
function plainDigits(number: number): string {
  const written = String(number);
  return written.includes('e') ? number.toFixed(15).replace(/\.?0+$/, '') : written;
}

function digitsWords(label: Text, example: string, decimals: boolean): Text {
  return decimals
    ? text(
        `${label.vi} phải là số, phần lẻ sau dấu phẩy, ví dụ ${example}`,
        `${label.en} must be a number with a decimal comma, for example ${example}`,
      )
    : text(
        `${label.vi} phải là số tròn, viết bằng chữ số, ví dụ ${example}`,
        `${label.en} must be a whole number in digits, for example ${example}`,
      );
}

function rangeWords(label: Text, least: number, most: number): Text {
  const [from, to] = [formatNumber(least), formatNumber(most)];
  return text(
    `${label.vi} phải từ ${from} đến ${to}. Xem lại số vừa nhập`,
    `${label.en} must be from ${from} to ${to}. Check the number`,
  );
}
