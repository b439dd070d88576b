import { formatDay, parseDay, partsOf } from '#/values/day.ts';
import { type Text, text } from '#/values/text.ts';
import { enterWords } from '../form-words.ts';
import { againstDay } from './day-rules.ts';
import { dayBoxes, emptyWords, example, parseBoxes, spread, wholeDay } from './day-boxes.ts';
import { type Field, type Leaf, type Read, asText, blank } from './leaf.ts';

/** A calendar day in three boxes; the answer is 'YYYY-MM-DD'. */
export const date: Leaf = {
  boxes: dayBoxes,
  missing: (label) => enterWords(label, example),
  read(typed, field) {
    return readDay(typed, field);
  },
  type: typeDay,
  tell: tellDay,
  schema: () => ({ type: 'string', format: 'date' }),
};

/** A day and a time of day; the answer is 'YYYY-MM-DDTHH:mm', in Vietnamese time. */
export const datetime: Leaf = {
  boxes: [...dayBoxes, 'time'],
  missing: (label) => enterWords(label, `${example}, 14:30`),
  read(typed, field) {
    const written = (typed[3] ?? '').normalize('NFKC').trim();
    const day = readDay(typed, field);
    if ('blank' in day) {
      return written === ''
        ? blank
        : { wrong: emptyWords(field.question.label, 'day'), box: 'day' };
    }
    if ('wrong' in day) return day;
    const time = parseTime(written);
    return time === undefined
      ? { wrong: timeWords(field.question.label), box: 'time' }
      : { answer: `${String(day.answer)}T${time}` };
  },
  type(answer) {
    const [day, time = ''] = asText(answer).split('T');
    return [...typeDay(day), time];
  },
  tell(answer) {
    const [day, time] = asText(answer).split('T');
    const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time ?? '') ?? [];
    return hours === undefined ? tellDay(day) : `${Number(hours)} giờ ${minutes}, ${tellDay(day)}`;
  },
  schema: () => ({
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$',
  }),
};

function readDay(typed: readonly string[], field: Field): Read {
  const { label } = field.question;
  const boxes = spread(typed);
  if (boxes.every((box) => box === '')) return blank;
  const parsed = parseBoxes(boxes, label);
  if ('wrong' in parsed) return parsed;
  const whole = wholeDay(parsed, label);
  if ('wrong' in whole) return whole;
  const wrong = againstDay(whole.day, field);
  return wrong === undefined ? { answer: whole.day } : { wrong, box: 'day' };
}

function typeDay(answer: unknown): readonly string[] {
  const day = parseDay(asText(answer));
  if (day === undefined) return ['', '', ''];
  const parts = partsOf(day);
  return [String(parts.day), String(parts.month), String(parts.year)];
}

function tellDay(answer: unknown): string {
  const day = parseDay(asText(answer));
  return day === undefined ? '' : formatDay(day);
}

/** 14:30, 14h30, 14 giờ 30, 14 giờ. */
function parseTime(written: string): string | undefined {
  const [, hours, minutes = '0'] =
    /^(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{1,2})?(?:\s*phút)?$/iu.exec(written) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

function timeWords(label: Text): Text {
  return text(
    `${label.vi} còn thiếu giờ hoặc giờ chưa đúng, ví dụ 14:30`,
    `${label.en} needs a time of day, for example 14:30`,
  );
}
