import type { Text } from '#/values/text.ts';
import { enterWords, tooLongWords } from '../form-words.ts';
import { lengthOf, plainBlock, plainLine } from '../plain-text.ts';
import type { Question } from '../question.ts';
import { type Leaf, asText, blank } from './leaf.ts';

/** One line of text. */
export const line: Leaf = textLeaf(plainLine, 250);

/** Several lines of text. */
export const block: Leaf = textLeaf(plainBlock, 4000);

function textLeaf(clean: typeof plainLine, longest: number): Leaf {
  const limit = (question: Question) => question.maxLength ?? longest;
  return {
    boxes: [''],
    missing: (label) => enterWords(label),
    read([typed = ''], { question }) {
      const cleaned = clean(typed);
      if ('wrong' in cleaned) return cleaned;
      const { plain } = cleaned;
      if (plain === '') return blank;
      const length = lengthOf(plain);
      if (length > limit(question)) {
        return { wrong: tooLongWords(question.label, limit(question), length) };
      }
      return hasPattern(question, plain) ? { answer: plain } : { wrong: misfit(question) };
    },
    type: (answer) => [asText(answer)],
    tell: (answer) => asText(answer),
    schema: (question) => ({
      type: 'string',
      minLength: 1,
      maxLength: limit(question),
      ...(question.pattern === undefined ? {} : { pattern: question.pattern }),
    }),
  };
}

/** Patterns are checked against the whole text when a form is compiled; here they are known to be good. */
function hasPattern({ pattern }: Question, plain: string): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(plain);
}

function misfit({ label }: Question): Text {
  return {
    vi: `${label.vi} chưa đúng dạng. Xem lời hướng dẫn của ô này rồi nhập lại`,
    en: `${label.en} does not have the right form. Read the hint of this box and enter it again`,
  };
}
