import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { kinds, type Kind, type Question } from './question.ts';
import { pickTyped } from './posted-text.ts';
import { plainJudge, readQuestions } from './read-questions.ts';
import { tellAnswer } from './tell-answer.ts';
import { typeAnswers } from './type-answers.ts';

const label = text('Câu hỏi', 'Question');
const options = [
  { value: '92', label },
  { value: 'b', label },
];
const setting = { today: day(2026, 7, 15), demo: true, lookups: { options: () => options } };
const columns: Question[] = [
  { name: 'a', kind: 'text', label, required: true },
  { name: 'b', kind: 'date', label },
  { name: 'c', kind: 'checkbox', label },
];
const questions: Question[] = kinds.map((kind: Kind) => ({
  name: kind.replaceAll('-', '_'),
  kind,
  label,
  options: kind === 'select' || kind === 'radio' ? options : undefined,
  columns: kind === 'table' ? columns : undefined,
}));

const names = Object.keys(
  typeAnswers(questions, {
    ...Object.fromEntries(questions.map(({ name }) => [name, ''])),
    address: { province: '', commune: '', detail: '' },
    table: [{ a: '', b: '', c: true }],
  }),
);
const typing = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '1', '31', '2026', '1.250.000', 'yes', '92', '14:30', '\u202e', '\ud800'),
  fc.integer().map(String),
);
const value = fc.oneof(typing, fc.array(typing, { maxLength: 3 }), fc.anything());
const body = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value),
  fc.anything().map((anything) => Object(anything) as Record<string, unknown>),
);

test('no body whatsoever makes reading fail, and typing is kept as it was', () => {
  fc.assert(
    fc.property(body, (posted) => {
      const typed = pickTyped(questions, posted);
      const { answers, wrong } = readQuestions(questions, typed, setting, plainJudge);
      for (const name of Object.keys(wrong)) expect(typeof name).toBe('string');
      for (const [name, kept] of Object.entries(typed)) {
        if (name.includes('table') || name.includes('residence')) continue;
        const sent = posted[name];
        expect(kept).toBe(Array.isArray(sent) ? (sent as unknown[]).at(-1) : sent);
      }
      JSON.stringify(answers);
    }),
    { numRuns: 400 },
  );
});

test('what was read can be typed again and is then read the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), typing), (posted) => {
      const { answers } = readQuestions(
        questions,
        pickTyped(questions, posted),
        setting,
        plainJudge,
      );
      const again = readQuestions(questions, typeAnswers(questions, answers), setting, plainJudge);
      expect(again.answers).toEqual(answers);
      expect(again.wrong).toEqual({});
    }),
    { numRuns: 400 },
  );
});

test('any stored value can be told, typed and described without failing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questions), fc.anything(), (question, stored) => {
      expect(typeof tellAnswer(question, stored, 'vi', setting)).toBe('string');
      for (const text of Object.values(typeAnswers([question], { [question.name]: stored }))) {
        expect(typeof text).toBe('string');
      }
    }),
    { numRuns: 600 },
  );
});
