import { type Text, say } from '#/values/text.ts';
import { chooseWords, inSentence } from '../form-words.ts';
import type { Lookups, Option, Question } from '../question.ts';
import { type Leaf, asText, blank } from './leaf.ts';

/** One of several choices; the answer is the value of the choice. */
export const choice: Leaf = {
  boxes: [''],
  missing: (label) => chooseWords(label),
  read([typed = ''], { question, setting, within }) {
    const value = typed.normalize('NFC').trim();
    if (value === '') return blank;
    const isOffered = optionsOf(question, setting.lookups, within).some(
      (option) => option.value === value,
    );
    return isOffered ? { answer: value } : { wrong: againWords(question.label) };
  },
  type: (answer) => [asText(answer)],
  tell(answer, lang, { question, setting, within }) {
    const found = optionsOf(question, setting.lookups, within).find(
      (option) => option.value === answer,
    );
    return found === undefined ? asText(answer) : say(lang, found.label);
  },
  schema: ({ options }) =>
    options === undefined
      ? { type: 'string', minLength: 1, maxLength: 250 }
      : { type: 'string', enum: options.map(({ value }) => value) },
};

/** The choices of a question: written in it, or from a list of data. */
export function optionsOf(
  { options, optionsFrom }: Question,
  lookups: Lookups,
  within?: string,
): readonly Option[] {
  if (options !== undefined) return options;
  return optionsFrom === undefined ? [] : lookups.options(optionsFrom, within);
}

function againWords(label: Text): Text {
  const name = inSentence(label);
  return {
    vi: `Chọn lại ${name.vi}: mục vừa chọn không có trong danh sách`,
    en: `Choose again: ${name.en}. That entry is not in the list`,
  };
}
