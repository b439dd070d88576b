import { parseEmail } from '#/values/email.ts';
import { parsePersonalId } from '#/values/personal-id.ts';
import { parsePersonName } from '#/values/person-name.ts';
import { formatPhone, parsePhone } from '#/values/phone.ts';
import { isRead, type Reading } from '#/values/reading.ts';
import { parseTaxCode } from '#/values/tax-code.ts';
import { text } from '#/values/text.ts';
import { enterWords, tooLongWords } from '../form-words.ts';
import { lengthOf, plainLine } from '../plain-text.ts';
import { type Leaf, asText, blank } from './leaf.ts';

type Parse = (plain: string, where: { demo: boolean }) => Reading<string>;

/** A full name as its bearer writes it. */
export const personName: Leaf = valueLeaf(parsePersonName, 'Nguyễn Thị Bình', { maxLength: 100 });

/** A personal identification number of 12 digits. */
export const personalId: Leaf = valueLeaf(parsePersonalId, undefined, { pattern: '^[0-9]{12}$' });

/** A tax code with its check digit right. */
export const taxCode: Leaf = valueLeaf(parseTaxCode, undefined, {
  pattern: '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$',
});

/** A Vietnamese telephone number; the answer is E.164. */
export const phone: Leaf = {
  ...valueLeaf(parsePhone, '0912 345 678', { pattern: '^\\+84[0-9]{8,10}$' }),
  type: (answer) => [shownPhone(answer)],
  tell: (answer) => shownPhone(answer),
};

/** An e-mail address. */
export const email: Leaf = valueLeaf(parseEmail, 'binh@example.vn', { maxLength: 320 });

/** A code of four digits of the Vietnam Standard Industrial Classification (VSIC), level 4. */
export const vsicCode: Leaf = valueLeaf(parseVsic, '4711', { pattern: '^[0-9]{4}$' });

function valueLeaf(
  parse: Parse,
  example: string | undefined,
  schema: Readonly<Record<string, unknown>>,
): Leaf {
  return {
    boxes: [''],
    missing: (label) => enterWords(label, example),
    read([typed = ''], { question, setting }) {
      const cleaned = plainLine(typed);
      if ('wrong' in cleaned) return cleaned;
      if (cleaned.plain === '') return blank;
      const longest = question.maxLength ?? 320;
      const length = lengthOf(cleaned.plain);
      if (length > longest) return { wrong: tooLongWords(question.label, longest, length) };
      const reading = parse(cleaned.plain, { demo: setting.demo });
      return isRead(reading) ? { answer: reading.value } : reading;
    },
    type: (answer) => [asText(answer)],
    tell: (answer) => asText(answer),
    schema: () => ({ type: 'string', minLength: 1, ...schema }),
  };
}

function shownPhone(answer: unknown): string {
  const reading = parsePhone(asText(answer));
  return isRead(reading) ? formatPhone(reading.value) : asText(answer);
}

function parseVsic(plain: string): Reading<string> {
  const digits = plain.replace(/[\s.]/g, '');
  if (/^[0-9]{4}$/.test(digits)) return { value: digits };
  return {
    wrong: text(
      'Mã ngành cấp 4 có đúng 4 chữ số, ví dụ 4711 (bán lẻ tổng hợp)',
      'A business code of level 4 has exactly 4 digits, for example 4711 (general retail)',
    ),
  };
}
