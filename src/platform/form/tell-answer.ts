import { formatDay, parseDay } from '#/values/day.ts';
import { type Lang, say, text } from '#/values/text.ts';
import type { Setting } from './kinds/leaf.ts';
import { formatNumber } from './kinds/number.ts';
import { leaves } from './kinds/leaves.ts';
import type { Question } from './question.ts';
import { columnsOf, partsOf } from './records.ts';
import { asArray, memberOf } from './type-answers.ts';

/** An answer in one line of words: "12 Hòa Bình, Phường Ninh Kiều, Thành phố Cần Thơ". '' when there is none. */
export function tellAnswer(
  question: Question,
  answer: unknown,
  lang: Lang,
  setting: Setting,
  within?: string,
): string {
  if (answer === undefined || answer === null) return '';
  const columns = columnsOf(question);
  if (columns !== undefined) {
    return asArray(answer)
      .map((row) => tellParts(columns, row, lang, setting))
      .join('; ');
  }
  const parts = partsOf(question);
  if (parts !== undefined) return tellParts(inSpeech(question, parts), answer, lang, setting);
  if (question.kind === 'computed') return tellComputed(answer, lang);
  return leaves[question.kind]?.tell(answer, lang, { question, setting, within }) ?? '';
}

function tellParts(
  parts: readonly Question[],
  record: unknown,
  lang: Lang,
  setting: Setting,
): string {
  return parts
    .map((part) => {
      const within =
        part.optionsWithin === undefined ? undefined : memberOf(record, part.optionsWithin);
      const narrowed = typeof within === 'string' ? within : undefined;
      return tellAnswer(part, memberOf(record, part.name), lang, setting, narrowed);
    })
    .filter((words) => words !== '')
    .join(', ');
}

/** Addresses are asked from the province down and told from the house up. */
function inSpeech({ kind }: Question, parts: readonly Question[]): readonly Question[] {
  if (kind === 'address') return parts.toReversed();
  if (kind !== 'place') return parts;
  const [name, ...area] = parts;
  return name === undefined ? parts : [name, ...area.toReversed()];
}

function tellComputed(value: unknown, lang: Lang): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return say(lang, value ? text('Có', 'Yes') : text('Không', 'No'));
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day !== undefined) return formatDay(day);
  return typeof value === 'string' ? value : '';
}
