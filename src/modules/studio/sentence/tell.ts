import { formatDay, parseDay } from '#/values/day.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { readSentence } from './read-sentence.ts';
import type { Clause, Literal, Relation } from './sentence.ts';
import { unknownSubject, type Subject } from './subject.ts';

const told: Readonly<Record<Relation, Text>> = {
  is: text('“{subject}” là {value}', '“{subject}” is {value}'),
  'is-not': text('“{subject}” không là {value}', '“{subject}” is not {value}'),
  more: text('“{subject}” lớn hơn {value}', '“{subject}” is more than {value}'),
  'at-least': text('“{subject}” từ {value} trở lên', '“{subject}” is at least {value}'),
  less: text('“{subject}” nhỏ hơn {value}', '“{subject}” is less than {value}'),
  'at-most': text('“{subject}” không quá {value}', '“{subject}” is at most {value}'),
  'one-of': text('“{subject}” là một trong {value}', '“{subject}” is one of {value}'),
  'none-of': text('“{subject}” không là một trong {value}', '“{subject}” is none of {value}'),
  answered: text('“{subject}” đã được trả lời', '“{subject}” is answered'),
  unanswered: text('“{subject}” chưa được trả lời', '“{subject}” is not answered'),
  'under-age': text('theo “{subject}” chưa đủ {value} tuổi', 'by “{subject}” younger than {value}'),
  'of-age': text('theo “{subject}” từ đủ {value} tuổi', 'by “{subject}” aged {value} or more'),
};

const joins = { and: text(' và ', ' and '), or: text(' hoặc ', ' or ') } as const;

/** A condition as people read it; FEEL as it is where it says more than a sentence can. */
export function tellCondition(feel: string, subjects: readonly Subject[], lang: Lang): string {
  const sentence = readSentence(feel);
  if (sentence === undefined) return feel;
  return sentence.clauses
    .map((clause) => tellClause(clause, subjects, lang))
    .join(say(lang, joins[sentence.join]));
}

function tellClause(
  { subject: path, relation, values }: Clause,
  subjects: readonly Subject[],
  lang: Lang,
): string {
  const subject = subjects.find((one) => one.path === path) ?? unknownSubject(path);
  const value = values.map((literal) => tellLiteral(literal, subject, lang)).join(', ');
  return say(lang, told[relation])
    .replace('{subject}', () => say(lang, subject.label))
    .replace('{value}', () => value);
}

/** A value as people write it. */
function tellLiteral({ type, text: written }: Literal, subject: Subject, lang: Lang): string {
  switch (type) {
    case 'text': {
      const option = subject.options.find(({ value }) => value === written);
      return `“${option === undefined ? written : say(lang, option.label)}”`;
    }
    case 'day': {
      const day = parseDay(written);
      return day === undefined ? written : formatDay(day);
    }
    case 'flag':
      return say(lang, written === 'true' ? text('Có', 'yes') : text('Không', 'no'));
    case 'number':
      return written.replace('.', ',');
  }
}
