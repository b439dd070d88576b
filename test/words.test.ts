import { describe, expect, test } from 'vitest';
import { moduleOrder } from '#/app/order.ts';
import { readFiles } from './architecture/imports.ts';

const glossary = readFiles('docs', ['words.md'])[0]!.text;
const readmes = new Map(
  readFiles('src/modules', ['README.md']).map(({ path, text }) => [path.split('/')[2]!, text]),
);

/** The English words of the glossary: before a colon, each side of a slash. */
const known = new Set(
  glossary
    .split('\n')
    .map((line) => line.split('|')[2] ?? '')
    .flatMap((cell) => cell.replace(/[:(].*/, '').split(/[/,]/))
    .map((word) => word.trim().toLowerCase()),
);

describe('one word for one thing', () => {
  test('the glossary is really read', () => {
    expect(known.size).toBeGreaterThan(80);
    expect(known).toContain('dossier');
  });

  test('no word has two rows', () => {
    const words = glossary
      .split('\n')
      .map((line) => line.split('|')[3]?.trim() ?? '')
      .filter((word) => word.startsWith('`'));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test.each(moduleOrder)('%s tells what it is for, in words that the glossary explains', (name) => {
    const readme = readmes.get(name) ?? '';
    expect(readme.length).toBeGreaterThan(300);
    const [, words = ''] = /\*\*Words\*\*(.*?)(?=\n- \*\*|\n\n|$)/s.exec(readme) ?? [];
    const unknown = [...words.matchAll(/_([a-z -]+)_/g)].filter(([, word]) => !known.has(word!));
    expect(unknown.map(([, word]) => word)).toEqual([]);
  });
});
