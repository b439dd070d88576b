import { describe, expect, it } from 'vitest';

import { decide, decisionOf, literal } from './testing-model.ts';

const entry = (name: string, text: string) =>
  `<contextEntry><variable name="${name}"/>${literal(text)}</contextEntry>`;
const part = (tag: string, text: string) => `<${tag}>${literal(text)}</${tag}>`;

describe('boxed expressions', () => {
  it.each([
    [
      'a context whose entries see those before',
      `<context>${entry('a', '1')}${entry('b', 'a + 1')}</context>`,
      { a: 1, b: 2 },
    ],
    [
      'a context with a result',
      `<context>${entry('a', '1')}<contextEntry>${literal('a + 5')}</contextEntry></context>`,
      6,
    ],
    ['a list', `<list>${literal('1')}${literal('x')}</list>`, [1, 7]],
    [
      'a relation',
      `<relation><column name="mã"/><column name="phí"/><row>${literal('"A"')}${literal('x')}</row></relation>`,
      [{ mã: 'A', phí: 7 }],
    ],
    [
      'a function in a context',
      `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="n"/>${literal('n + x')}</functionDefinition></contextEntry>
       <contextEntry>${literal('f(1)')}</contextEntry></context>`,
      8,
    ],
    [
      'a conditional',
      `<conditional>${part('if', 'x > 5')}${part('then', '"nhiều"')}${part('else', '"ít"')}</conditional>`,
      'nhiều',
    ],
    [
      'a conditional on an unknown',
      `<conditional>${part('if', 'null')}${part('then', '1')}${part('else', '2')}</conditional>`,
      null,
    ],
    ['a filter', `<filter>${part('in', '[1, 5, 9]')}${part('match', 'item < x')}</filter>`, [1, 5]],
    [
      'a filter over members',
      `<filter>${part('in', '[{a: 1}, {a: 9}]')}${part('match', 'a > x')}</filter>`,
      [{ a: 9 }],
    ],
    [
      'for',
      `<for iteratorVariable="i">${part('in', '[1, 2, 3]')}${part('return', 'i * x + count(partial)')}</for>`,
      [7, 15, 23],
    ],
    [
      'some',
      `<some iteratorVariable="i">${part('in', '[1, 9]')}${part('satisfies', 'i > x')}</some>`,
      true,
    ],
    [
      'every',
      `<every iteratorVariable="i">${part('in', '[1, 9]')}${part('satisfies', 'i > x')}</every>`,
      false,
    ],
    ['no logic', '', null],
  ])('%s', (_what, logic, value) => {
    expect(decide(decisionOf(['x'], logic), { x: 7 }).value).toEqual(value);
  });
});
