import { type Day, findDay, formatDay, parseDay } from '#/values/day.ts';
import { enterWords } from '../form-words.ts';
import { type Boxes, dayBoxes, emptyWords, parseBoxes, spread, wholeDay } from './day-boxes.ts';
import { againstDay } from './day-rules.ts';
import { type Leaf, blank } from './leaf.ts';

/** A day of which only the month and year, or only the year, may be known: {year, month?, day?}. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** Papers of older people often name only the year, or the month and year, of birth. */
export const partialDate: Leaf = {
  boxes: dayBoxes,
  missing: (label) => enterWords(label, '27 3 1956'),
  read(typed, field) {
    const { label } = field.question;
    const boxes = onlyYear(spread(typed));
    if (boxes.every((box) => box === '')) return blank;
    const parsed = parseBoxes(boxes, label);
    if ('wrong' in parsed) return parsed;
    if (parsed.year === undefined) return { wrong: emptyWords(label, 'year'), box: 'year' };
    if (parsed.day !== undefined) {
      const whole = wholeDay(parsed, label);
      if ('wrong' in whole) return whole;
    }
    const wrong = againstDay(earliest(parsed), field);
    return wrong === undefined ? { answer: answerOf(parsed) } : { wrong, box: 'year' };
  },
  type(answer) {
    const { day, month, year } = asPartial(answer) ?? {};
    return [day, month, year].map((figure) => (figure === undefined ? '' : String(figure)));
  },
  tell(answer) {
    const known = asPartial(answer);
    if (known === undefined) return '';
    if (known.month === undefined) return String(known.year);
    if (known.day === undefined) return `${String(known.month).padStart(2, '0')}/${known.year}`;
    const day = findDay(known.year, known.month, known.day);
    return day === undefined ? '' : formatDay(day);
  },
  schema: () => ({
    type: 'object',
    properties: {
      year: { type: 'integer', minimum: 1800, maximum: 2200 },
      month: { type: 'integer', minimum: 1, maximum: 12 },
      day: { type: 'integer', minimum: 1, maximum: 31 },
    },
    required: ['year'],
    dependentRequired: { day: ['month'] },
    additionalProperties: false,
  }),
};

/** The answer as a partial date when it is one. */
function asPartial(answer: unknown): PartialDate | undefined {
  if (typeof answer === 'string') {
    const day = parseDay(answer);
    return (
      day && {
        year: Number(day.slice(0, 4)),
        month: Number(day.slice(5, 7)),
        day: Number(day.slice(8)),
      }
    );
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { year, month, day } = answer as Partial<Record<string, unknown>>;
  if (typeof year !== 'number') return undefined;
  return answerOf({
    year,
    month: typeof month === 'number' ? month : undefined,
    day: typeof day === 'number' ? day : undefined,
  });
}

function answerOf({ year, month, day }: Boxes): PartialDate {
  if (month === undefined) return { year: year! };
  return day === undefined ? { year: year!, month } : { year: year!, month, day };
}

/** A year alone is often typed into the first box. */
function onlyYear([day, month, year]: readonly [string, string, string]): readonly [
  string,
  string,
  string,
] {
  return month === '' && year === '' && /^\d{4}$/.test(day) ? ['', '', day] : [day, month, year];
}

/** The first day that it may mean: what is certainly later than today is later even then. */
function earliest({ year, month, day }: Boxes): Day {
  return findDay(year!, month ?? 1, day ?? 1)!;
}
