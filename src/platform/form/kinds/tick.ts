import { say, text } from '#/values/text.ts';
import { tickWords } from '../form-words.ts';
import { type Leaf, blank } from './leaf.ts';

/**
 * A box to tick; the answer is a boolean. An empty box is an answer too (false), unless the question is required:
 * then only a tick will do. A box comes unticked, because consent is an act (Law 91/2025/QH15, article 9).
 */
export const tick: Leaf = {
  boxes: [''],
  missing: (label) => tickWords(label),
  read([typed = ''], { question }) {
    if (isTicked(typed)) return { answer: true };
    return question.required === true ? blank : { answer: false };
  },
  type: (answer) => [answer === true ? 'yes' : ''],
  tell: (answer, lang) => say(lang, answer === true ? text('Có', 'Yes') : text('Không', 'No')),
  schema: ({ required }) => (required === true ? { const: true } : { type: 'boolean' }),
};

function isTicked(typed: string): boolean {
  return !['', 'no', 'false', 'off', '0'].includes(typed.trim().toLowerCase());
}
