import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { kinds, type Kind, type Question } from '#/platform/form/question.ts';
import { plainJudge, readQuestions } from '#/platform/form/read-questions.ts';
import { typeAnswers } from '#/platform/form/type-answers.ts';
import { day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { Ask } from './ask.tsx';

const label = text('Câu hỏi', 'Question');
const options = [
  { value: 'a', label },
  { value: 'b', label },
];
const lookups = { options: () => options };
const setting = { today: day(2026, 7, 15), demo: true, lookups };
const asked = kinds.filter((kind) => kind !== 'computed');

function questionOf(kind: Kind): Question {
  return {
    name: 'cau_hoi',
    kind,
    label,
    required: true,
    options: kind === 'select' || kind === 'radio' ? options : undefined,
    columns: kind === 'table' ? [{ name: 'ten', kind: 'text', label, required: true }] : undefined,
  };
}

function draw(question: Question, typed: Record<string, string>, wrong = {}) {
  return renderToString(
    <Ask question={question} typed={typed} wrong={wrong} lang="vi" lookups={lookups} />,
  );
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!));
}

describe.each(asked)('a question of kind %s', (kind) => {
  const question = questionOf(kind);
  const { wrong } = readQuestions([question], {}, setting, plainJudge);
  const html = draw(question, {}, wrong);

  test('that is missing shows its message, and the summary leads to its input', () => {
    expect(Object.keys(wrong)).toHaveLength(1);
    const ids = idsIn(html);
    const summary = renderToString(<ErrorSummary wrong={wrong} lang="vi" />);
    for (const [, target] of summary.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    expect(html).toContain(Object.values(wrong)[0]!.vi.replaceAll('"', '&quot;'));
  });

  test('names every input: labels and descriptions point at what is there', () => {
    const ids = idsIn(html);
    for (const [, target] of html.matchAll(/ for="([^"]*)"/g)) expect(ids).toContain(target);
    for (const [, targets] of html.matchAll(/aria-describedby="([^"]*)"/g)) {
      for (const id of targets!.split(' ')) expect(ids).toContain(id);
    }
  });

  test('never repeats an id', () => {
    const all = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(all).toEqual([...new Set(all)]);
  });
});

describe('typing', () => {
  const evil = '"><script>alert(1)</script>';

  test.each(['text', 'textarea', 'person-name', 'integer', 'email'] as const)(
    'comes back escaped in %s',
    (kind) => {
      const html = draw(questionOf(kind), { cau_hoi: evil });
      expect(html).not.toContain('<script');
      expect(html).toContain('script>alert(1)');
    },
  );

  test('comes back in every box of a day and every row of a table', () => {
    const date = draw(questionOf('date'), { 'cau_hoi.day': '31', 'cau_hoi.year': evil });
    expect(date).toContain('value="31"');
    expect(date).not.toContain('<script');
    const table = draw(questionOf('table'), { 'cau_hoi.0.ten': 'một', 'cau_hoi.3.ten': 'bốn' });
    expect(table).toContain('value="một"');
    expect(table).toContain('name="cau_hoi.3.ten"');
  });

  test('a first line end is not swallowed', () => {
    expect(draw(questionOf('textarea'), { cau_hoi: '\nx' })).toContain('>\n\nx</textarea>');
  });

  test('stored answers are chosen again', () => {
    const radio = questionOf('radio');
    expect(draw(radio, typeAnswers([radio], { cau_hoi: 'b' }))).toMatch(/value="b" checked/);
    const select = questionOf('select');
    expect(draw(select, typeAnswers([select], { cau_hoi: 'b' }))).toMatch(
      /<option[^>]*selected[^>]*value="b"|value="b"[^>]*selected/,
    );
  });
});

test('an address has a button that needs no script, and communes of the chosen province only', () => {
  const within: (string | undefined)[] = [];
  const lists = {
    options(list: string, province?: string) {
      if (list === 'communes') within.push(province);
      return options;
    },
  };
  const html = renderToString(
    <Ask
      question={questionOf('address')}
      typed={{ 'cau_hoi.province': '92' }}
      wrong={{}}
      lang="vi"
      lookups={lists}
    />,
  );
  expect(html).toContain('name="_do" value="refresh"');
  expect(within).toEqual(['92']);
});

test('a sole question is the title of its page', () => {
  const html = renderToString(
    <Ask question={questionOf('text')} typed={{}} wrong={{}} lang="en" sole />,
  );
  expect(html).toContain('<h1>Question</h1>');
});
